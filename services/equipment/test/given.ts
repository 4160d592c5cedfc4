import { randomUUID } from 'node:crypto';
import {
  BeneficiaryEnrolled,
  BranchOpened,
  DonorRegistered,
  type EquipmentType,
  type Grade,
  happened,
  type PersonClasses,
} from '#events';
import { type Client, personas, type Reply, type TestService } from '#testing';

export const CLASSES: PersonClasses = {
  gender: 'FEMALE',
  ageBand: 'FROM_40_TO_59',
  socialStatus: 'UNEMPLOYED',
  communeCode: '33063',
};

/** Builders for the tests of this service: each fills in what the sentence of the test leaves out. */
export function givenIn(equipment: TestService) {
  const manager = equipment.as(personas.managerOfBordeaux);
  const done = async (reply: Promise<Reply>, name: string): Promise<Record<string, unknown>> => {
    const { data, errors } = await reply;
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.[name] as Record<string, unknown>;
  };
  const run = (client: Client, name: string, input: Record<string, unknown>, fields = 'id') =>
    done(client.command(name, input, fields), name);

  return {
    /** Bordeaux and Lille are open. */
    async branches(): Promise<void> {
      for (const [branch, city, communeCode] of [
        ['BX', 'Bordeaux', '33063'],
        ['LI', 'Lille', '59350'],
      ] as const) {
        const after = {
          city,
          communeCode,
          zone: 'Europe/Paris',
          latitude: 44.8,
          longitude: -0.6,
          state: 'OPEN' as const,
        };
        await equipment.deliver(
          happened(BranchOpened, {
            branch,
            at: equipment.clock.now(),
            data: { branch, openedOn: '2025-01-06', after },
          }),
        );
      }
    },
    async person(enrolledOn = '2026-09-01', classes = CLASSES): Promise<string> {
      const beneficiaryId = randomUUID();
      await equipment.deliver(
        happened(BeneficiaryEnrolled, {
          branch: 'BX',
          at: equipment.clock.now(),
          data: {
            beneficiaryId,
            occurredOn: enrolledOn,
            after: { kind: 'TRACKED', enrolledOn, orientationSource: 'SELF', organisationId: null, classes },
          },
        }),
      );
      return beneficiaryId;
    },
    /** A donor of Bordeaux, heard of. */
    async donor(): Promise<string> {
      const donorId = randomUUID();
      const data = { donorId, kind: 'ORGANISATION' as const };
      await equipment.deliver(happened(DonorRegistered, { branch: 'BX', at: equipment.clock.now(), data }));
      return donorId;
    },
    /** One lot of a donation; gives the lot. */
    async lot(donorId: string, input: Record<string, unknown> = {}): Promise<{ id: string; code: string }> {
      const lots = [{ label: 'Portables de bureau', expected: 12, weightGrams: 31_500, ...input }];
      const donation = await run(manager, 'receiveDonation', { donorId, lots }, 'id lots { id code }');
      return (donation['lots'] as { id: string; code: string }[])[0] as { id: string; code: string };
    },
    device: async (input: Record<string, unknown> = {}, client = manager): Promise<{ id: string; tag: string }> => {
      const device = await run(
        client,
        'receiveDevice',
        { ...(input['tag'] ? {} : { type: 'COMPUTER' }), ...input },
        'id tag',
      );
      return { id: String(device['id']), tag: String(device['tag']) };
    },
    async readyDevice(
      grade: Grade = 'B',
      type: EquipmentType = 'COMPUTER',
      more: Record<string, unknown> = {},
    ): Promise<{ id: string; tag: string }> {
      const device = await this.device({ type, ...more });
      await run(manager, 'gradeDevice', { id: device.id, grade, reason: 'essai au comptoir' });
      await run(manager, 'recordDataErasure', { id: device.id, method: 'OVERWRITTEN' });
      await run(manager, 'moveDevice', { id: device.id, state: 'READY' });
      return device;
    },
    async tariff(input: Record<string, unknown> = {}): Promise<string> {
      const terms = { type: 'COMPUTER', grade: 'B', cents: 7_000, marketCents: 32_000, from: '2026-09-01', ...input };
      return String((await run(equipment.as(personas.coordinator), 'setTariff', terms))['id']);
    },
    async article(quantity = 5, input: Record<string, unknown> = {}): Promise<string> {
      const code = `A${randomUUID().slice(0, 8)}`;
      const article = { code, label: 'Recharge 10 Go', kind: 'TOP_UP', cents: 500, ...input };
      const id = String((await run(manager, 'createArticle', article))['id']);
      if (quantity > 0) await run(manager, 'receiveArticles', { id, quantity });
      return id;
    },
    async sale(input: Record<string, unknown>, fields = 'id receipt'): Promise<Record<string, unknown>> {
      return run(manager, 'makeSale', input, fields);
    },
  };
}
