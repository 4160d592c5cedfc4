import { Args, ArgsType, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import type { EquipmentState, EquipmentType, Grade } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, pageTypeOf } from '#runtime';
import { Device } from '../device.entity.js';
import { readTag } from '../tag.js';

@ObjectType({ description: 'A page of devices.' })
export class DevicePage extends pageTypeOf(Device, 'DevicePageRows') {}

@ArgsType()
export class DeviceFilter {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => [GraphQLVocabulary.EquipmentState], {
    nullable: true,
    description: 'States wanted; left out, what can be sold (READY).',
  })
  states?: EquipmentState[] | null;

  @Field(() => [GraphQLVocabulary.EquipmentType], { nullable: true, description: 'Kinds wanted; left out, all.' })
  types?: EquipmentType[] | null;

  @Field(() => [GraphQLVocabulary.Grade], { nullable: true, description: 'Grades wanted; left out, all.' })
  grades?: Grade[] | null;

  @Field(() => String, { nullable: true, description: 'Part of a tag, serial number or IMEI.' })
  text?: string | null;

  @Field(() => Int, { defaultValue: 50, description: 'Rows wanted, 1–100.' })
  first: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

@Resolver()
export class ListDevicesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => DevicePage, { name: 'devices', description: 'Devices of a branch by tag.' })
  @Allow(Permission.ReadStock)
  list(@Args() filter: DeviceFilter, @CurrentActor() actor: Actor): Promise<Page<Device>> {
    const size = pageSize(filter.first);
    const cursor = decodeCursor(filter.after, 'text', 'uuid');
    const branch = branchOf(actor, filter.branch);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Device, 'd')
        .where('d.branch = :branch AND NOT d.voided AND d.state = ANY (:states)', {
          branch,
          states: filter.states ?? ['READY'],
        })
        .orderBy('d.tag')
        .addOrderBy('d.id')
        .limit(size + 1);
      if (filter.types != null) query.andWhere('d.type = ANY (:types)', { types: filter.types });
      if (filter.grades != null) query.andWhere('d.grade = ANY (:grades)', { grades: filter.grades });
      if (filter.text != null && filter.text.trim() !== '')
        query.andWhere('(d.tag ILIKE :text OR d.serial ILIKE :text OR d.imei LIKE :text)', {
          text: `%${sought(filter.text)}%`,
        });
      if (cursor) query.andWhere('(d.tag, d.id) > (:tag, :id)', { tag: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (device) => [device.tag, device.id]);
    });
  }
}

/** A whole tag is read as a scanner may have sent it; signs that mean something to LIKE mean themselves. */
function sought(text: string): string {
  return (readTag(text)?.text ?? text.trim()).replaceAll('\0', '').replace(/[\\%_]/g, '\\$&');
}
