import { DeviceReceived, type EquipmentType, happened } from '#events';
import type { Moment } from '../known/known.js';
import { Device } from './device.entity.js';
import type { Outcome } from './device-acts.js';
import type { DeviceSpecs } from './device-specs.js';

const NO_SPECS: DeviceSpecs = {
  serial: null,
  imei: null,
  ramGb: null,
  storageGb: null,
  storageKind: null,
  cpuMark: null,
  os: null,
  batteryPercent: null,
  notes: null,
};

/** A device comes in with its tag. */
export function receive(
  device: {
    id: string;
    branch: string;
    tag: string;
    type: EquipmentType;
    specs: Partial<DeviceSpecs>;
    lotId?: string | null;
  },
  { now, day }: Moment,
): { device: Device } & Outcome {
  const { specs, ...known } = device;
  const received = Object.assign(
    new Device(),
    { ...NO_SPECS, lotId: null, ...known, ...specs },
    {
      receivedIn: device.branch,
      boundFor: null,
      grade: null,
      state: 'RECEIVED' as const,
      stateSince: now,
      receivedOn: day,
      technicalNote: 0,
      lookNote: 0,
      gradeRule: null,
      gradeLines: [],
      gradedAt: null,
      dataErasure: null,
      dataErasedAt: null,
      dataErasedBy: null,
      dataErasureProof: null,
      wasteId: null,
      voided: false,
    },
  );
  const data = { deviceId: received.id, occurredOn: day, after: received.facts() };
  return {
    device: received,
    step: { what: 'RECEIVED', before: null, after: received.tag, reason: null },
    events: [happened(DeviceReceived, { branch: received.branch, at: now, data })],
  };
}
