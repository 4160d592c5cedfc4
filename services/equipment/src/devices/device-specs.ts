import { Field, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { optionalText } from '#errors';
import { IMEI_MALFORMED, SPEC_OUT_OF_RANGE } from './device.refusals.js';
import { GradeFactor, StorageKind } from './grade-rule.js';

registerEnumType(StorageKind, { name: 'StorageKind', description: 'What the disk is.' });
registerEnumType(GradeFactor, {
  name: 'GradeFactor',
  description: 'What a line of a computed grade speaks of; CAP_… lines take away what exceeds a cap.',
});

@InputType({ description: 'What was measured on a device; a field left out keeps its value.' })
export class DeviceSpecsInput {
  @Field(() => String, { nullable: true, description: 'Serial number, up to 60 characters.' })
  serial?: string | null;

  @Field(() => String, { nullable: true, description: 'IMEI of a phone or tablet, 15 digits; unique in the network.' })
  imei?: string | null;

  @Field(() => Int, { nullable: true, description: 'Memory in gigabytes, 1–1024.' })
  ramGb?: number | null;

  @Field(() => Int, { nullable: true, description: 'Storage in gigabytes, 1–100 000.' })
  storageGb?: number | null;

  @Field(() => StorageKind, { nullable: true, description: 'What the disk is.' })
  storageKind?: StorageKind | null;

  @Field(() => Int, { nullable: true, description: 'Processor mark, 1–200 000.' })
  cpuMark?: number | null;

  @Field(() => String, { nullable: true, description: 'Operating system, `Windows 11`, up to 60 characters.' })
  os?: string | null;

  @Field(() => Int, { nullable: true, description: 'Health of the battery in per cent.' })
  batteryPercent?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Look, missing keys, what is worth knowing; up to 500 characters.',
  })
  notes?: string | null;
}

/** What is known of a device's inside. */
export interface DeviceSpecs {
  serial: string | null;
  imei: string | null;
  ramGb: number | null;
  storageGb: number | null;
  storageKind: StorageKind | null;
  cpuMark: number | null;
  os: string | null;
  batteryPercent: number | null;
  notes: string | null;
}

/** The specs that were given, checked; left out = not among the keys. Refuses `SPEC_OUT_OF_RANGE`, `TEXT_LENGTH`, `IMEI_MALFORMED`. */
export function checkedSpecs(input: DeviceSpecsInput | null | undefined): Partial<DeviceSpecs> {
  const given = input ?? {};
  const at = (field: string) => `input.specs.${field}`;
  const checked: DeviceSpecs = {
    serial: optionalText(given.serial, at('serial'), { max: 60 }),
    imei: imeiOrNull(given.imei, at('imei')),
    ramGb: within(given.ramGb, 1, 1_024, at('ramGb')),
    storageGb: within(given.storageGb, 1, 100_000, at('storageGb')),
    storageKind: given.storageKind ?? null,
    cpuMark: within(given.cpuMark, 1, 200_000, at('cpuMark')),
    os: optionalText(given.os, at('os'), { max: 60 }),
    batteryPercent: within(given.batteryPercent, 0, 100, at('batteryPercent')),
    notes: optionalText(given.notes, at('notes'), { max: 500 }),
  };
  return Object.fromEntries(
    Object.entries(checked).filter(([name]) => given[name as keyof DeviceSpecsInput] !== undefined),
  );
}

/** The number if it lies within the bounds, null when absent. Refuses `SPEC_OUT_OF_RANGE`. */
export function within(value: number | null | undefined, min: number, max: number, field: string): number | null {
  if (value == null) return null;
  if (value < min || value > max) throw SPEC_OUT_OF_RANGE({ min, max }, field);
  return value;
}

function imeiOrNull(input: string | null | undefined, field: string): string | null {
  const digits = (input ?? '').replace(/[\s/-]/g, '');
  if (digits === '') return null;
  if (!/^[0-9]{15}$/.test(digits) || luhn(digits) !== 0) throw IMEI_MALFORMED({}, field);
  return digits;
}

/** 0 for a number whose last digit checks the others. */
function luhn(digits: string): number {
  const weighted = [...digits].map((digit, index) => Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1));
  return weighted.reduce((sum, n) => sum + (n > 9 ? n - 9 : n), 0) % 10;
}
