import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import type { EquipmentState } from '#events';
import { Database } from '#persistence';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { TAG_MALFORMED } from '../device.refusals.js';
import { readTag } from '../tag.js';

@ObjectType({ description: 'All that is said of a device of another branch.' })
export class DeviceElsewhere {
  @Field(() => String, { description: 'Code of the branch that has it.' })
  branch: string;

  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'Where it stands in its life.' })
  state: EquipmentState;
}

@ObjectType({ description: 'What a scanned tag leads to; both null when the network does not know it.' })
export class DeviceLookUp {
  @Field(() => String, { description: 'The tag as it was understood.' })
  tag: string;

  @Field(() => Boolean, { description: 'True when the keyboard or scanner sent something else than the tag.' })
  corrected: boolean;

  @Field(() => Device, { nullable: true, description: 'The device, when it is of your branches.' })
  device: Device | null;

  @Field(() => DeviceElsewhere, { nullable: true, description: 'Where it is, when it is of another branch.' })
  elsewhere: DeviceElsewhere | null;
}

@Resolver()
export class ShowDeviceResolver {
  constructor(private readonly db: Database) {}

  @Query(() => DeviceLookUp, {
    name: 'deviceByTag',
    description: 'Looks a tag up as scanned or typed, in the whole network. Refuses TAG_MALFORMED.',
  })
  @Allow(Permission.ReadStock)
  async byTag(
    @Args('tag', { type: () => String, description: 'What was scanned or typed.' }) scanned: string,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceLookUp> {
    const tag = readTag(scanned)?.text;
    if (tag === undefined) throw TAG_MALFORMED({}, 'tag');
    const device = await this.db.read(actor, (tx) => tx.findOneBy(Device, { tag, voided: false }));
    if (!device) await this.db.require(actor);
    // Tags are network-wide by nature; of another branch's device only its state and whereabouts are said.
    const [other]: DeviceElsewhere[] = device
      ? []
      : await this.db.look((tx) => tx.query('SELECT branch, state FROM device WHERE tag = $1 AND NOT voided', [tag]));
    return { tag, corrected: scanned.trim().toUpperCase() !== tag, device, elsewhere: other ?? null };
  }

  @Query(() => Device, { name: 'device', description: 'A device of your branches. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadStock)
  async device(
    @Args('id', { type: () => Uuid, description: 'The device.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Device> {
    const device = await this.db.read(actor, (tx) => tx.findOneBy(Device, { id, voided: false }));
    if (!device) throw NOT_FOUND({ what: 'Matériel', whatEn: 'Device' }, 'id');
    return device;
  }
}
