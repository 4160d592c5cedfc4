import { Context, Int, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import type { EquipmentState } from '#events';
import { Clock, Database, type Tx } from '#persistence';
import { GraphQLVocabulary, loaderOf, localDay, type RequestContext } from '#runtime';
import { zoneOf } from '../../known/known.js';
import { versionOf } from '../../loaders.js';
import { BranchReference } from '../../references.js';
import { priceOf, tariffsInForce } from '../../tariffs/price.js';
import { Tariff } from '../../tariffs/tariff.entity.js';
import { Device } from '../device.entity.js';
import { nextStatesOf } from '../device-life.js';
import { DeviceStep } from '../device-step.entity.js';
import { DEVICES } from '../keep-device.js';

@Resolver(() => Device)
export class DeviceFieldsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveReference()
  @Allow(Permission.ReadStock)
  reference(reference: { id: string }, context: RequestContext): Promise<Device | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const devices = await tx
          .createQueryBuilder(Device, 'd')
          .where('d.id = ANY (:ids) AND NOT d.voided', { ids: [...ids] })
          .getMany();
        return new Map<string, Device | null>(devices.map((device) => [device.id, device]));
      });
    return loaderOf<Device | null>(context, 'device', load, null).load(reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that has it.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() device: Device): BranchReference {
    return { code: device.branch };
  }

  @ResolveField(() => [GraphQLVocabulary.EquipmentState], {
    name: 'nextStates',
    description: 'Where `moveDevice` may take it from here.',
  })
  @Allow(ANYONE_SIGNED_IN)
  nextStates(@Parent() device: Device): EquipmentState[] {
    return nextStatesOf(device).filter(
      (state) => state !== 'READY' || (device.grade !== null && device.dataErasure !== null),
    );
  }

  @ResolveField(() => Int, { name: 'version', description: 'To be sent back as `expectedVersion`.' })
  @Allow(ANYONE_SIGNED_IN)
  version(@Parent() device: Device, @Context() context: RequestContext): Promise<number> {
    return versionOf(this.db, context, DEVICES, device.id);
  }

  @ResolveField(() => Tariff, {
    name: 'price',
    nullable: true,
    description: 'The tariff in force today for its type and grade; null when there is none.',
  })
  @Allow(Permission.ReadTariff)
  async price(@Parent() device: Device, @Context() context: RequestContext): Promise<Tariff | null> {
    if (device.grade === null) return null;
    const now = this.clock.now();
    const load = (branches: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const inForce = new Map<string, Tariff[]>();
        for (const branch of branches)
          inForce.set(branch, await tariffsInForce(tx, localDay(now, await zoneOf(tx, branch))));
        return inForce;
      });
    return priceOf(await loaderOf(context, 'tariffs today', load, []).load(device.branch), device.type, device.grade);
  }

  @ResolveField(() => [DeviceStep], {
    name: 'history',
    description: 'What happened to it, newest first; at most 200 lines.',
  })
  @Allow(Permission.ReadStock)
  history(@Parent() device: Device, @Context() context: RequestContext): Promise<DeviceStep[]> {
    const load = (ids: readonly string[]) => this.db.read(context.actor, (tx) => stepsOf(tx, ids));
    return loaderOf<DeviceStep[]>(context, 'device history', load, []).load(device.id);
  }
}

async function stepsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, DeviceStep[]>> {
  const steps = await tx
    .createQueryBuilder(DeviceStep, 's')
    .where('s.device_id = ANY (:ids)', { ids: [...ids] })
    .orderBy('s.turn', 'DESC')
    .getMany();
  const byDevice = new Map<string, DeviceStep[]>(ids.map((id) => [id, []]));
  for (const step of steps) {
    const kept = byDevice.get(step.deviceId);
    if (kept && kept.length < 200) kept.push(step);
  }
  return byDevice;
}
