import { BranchOpened, happened } from '#events';
import { type Client, type Persona, personas, type Reply, type TestService } from '#testing';

/** Who runs Lyon, which Bordeaux asks for devices. */
export const managerOfLyon: Persona = { subject: 'test-manager-LY', role: 'BRANCH_MANAGER', branches: ['LY'] };

/** Lyon is open. */
export async function lyonIsOpen(equipment: TestService): Promise<void> {
  const after = {
    city: 'Lyon',
    communeCode: '69123',
    zone: 'Europe/Paris',
    latitude: 45.7,
    longitude: 4.8,
    state: 'OPEN' as const,
  };
  const data = { branch: 'LY', openedOn: '2025-01-06', after };
  await equipment.deliver(happened(BranchOpened, { branch: 'LY', at: equipment.clock.now(), data }));
}

/** Builders for transfers from Lyon to Bordeaux. */
export function transfersIn(equipment: TestService) {
  const bordeaux = equipment.as(personas.managerOfBordeaux);
  const lyon = equipment.as(managerOfLyon);
  const id = async (reply: Promise<Reply>, name: string): Promise<string> => {
    const { data, errors } = await reply;
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return String((data[name] as { id: string }).id);
  };
  const ready = async (client: Client, grade = 'B'): Promise<{ id: string; tag: string }> => {
    const reply = await client.command('receiveDevice', { type: 'COMPUTER' }, 'id tag');
    const device = reply.data?.['receiveDevice'] as { id: string; tag: string };
    await client.command('gradeDevice', { id: device.id, grade, reason: 'contrôle' });
    await client.command('recordDataErasure', { id: device.id, method: 'OVERWRITTEN' });
    await client.command('moveDevice', { id: device.id, state: 'READY' });
    return device;
  };
  return {
    bordeaux,
    lyon,
    ready,
    readyInLyon: (count: number) => inTurn(count, () => ready(lyon)),
    requested: (count: number) =>
      id(
        bordeaux.command('requestTransfer', { from: 'LY', lines: [{ type: 'COMPUTER', grade: 'B', count }] }),
        'requestTransfer',
      ),
    async accepted(count: number): Promise<string> {
      const transfer = await this.requested(count);
      return id(lyon.command('acceptTransfer', { id: transfer, accepted: [count] }), 'acceptTransfer');
    },
    async shipped(devices: readonly { tag: string }[]): Promise<string> {
      const transfer = await this.accepted(devices.length);
      return id(lyon.command('shipTransfer', { id: transfer, tags: devices.map(({ tag }) => tag) }), 'shipTransfer');
    },
    /** Two left, one arrived, the other is missing. */
    async oneMissing(): Promise<{ transfer: string; missing: string }> {
      const [here, gone] = await this.readyInLyon(2);
      const transfer = await this.shipped([here as { tag: string }, gone as { tag: string }]);
      await bordeaux.command('scanTransferredDevice', { id: transfer, tag: here?.tag });
      await bordeaux.command('closeTransfer', { id: transfer });
      return { transfer, missing: String(gone?.tag) };
    },
  };
}

async function inTurn<R>(count: number, make: () => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  while (made.length < count) made.push(await make());
  return made;
}
