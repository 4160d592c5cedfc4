import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import type { TransferState } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize, type Tx } from '#persistence';
import { GraphQLVocabulary, loaderOf, pageTypeOf, type RequestContext, Uuid } from '#runtime';
import { versionOf } from '../../loaders.js';
import { BranchReference } from '../../references.js';
import { ofEither, TRANSFERS } from '../keep-transfer.js';
import { EquipmentTransfer } from '../transfer.entity.js';
import { TransferDevice } from '../transfer-device.entity.js';

@ObjectType({ description: 'A page of transfers.' })
export class TransferPage extends pageTypeOf(EquipmentTransfer, 'TransferPageRows') {}

@ArgsType()
export class TransferFilter {
  @Field(() => String, { nullable: true, description: 'Only those of this branch, from it or to it.' })
  branch?: string | null;

  @Field(() => [GraphQLVocabulary.TransferState], { nullable: true, description: 'States wanted; left out, all.' })
  states?: TransferState[] | null;

  @Field(() => Int, { defaultValue: 50, description: 'Rows wanted, 1–100.' })
  first: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

@Resolver(() => EquipmentTransfer)
export class ListTransfersResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TransferPage, { name: 'transfers', description: 'Transfers from and to your branches, newest first.' })
  @Allow(Permission.ReadStock)
  list(@Args() filter: TransferFilter, @CurrentActor() actor: Actor): Promise<Page<EquipmentTransfer>> {
    const size = pageSize(filter.first);
    const cursor = decodeCursor(filter.after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const values: unknown[] = [
        filter.branch ?? null,
        filter.states ?? null,
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
        size + 1,
      ];
      const rows: { id: string }[] = await tx.query(
        `SELECT id FROM equipment_transfer
         WHERE ${ofEither(tx, values)} AND ($1::text IS NULL OR from_branch = $1 OR to_branch = $1)
           AND ($2::text[] IS NULL OR state = ANY ($2))
           AND ($3::timestamptz IS NULL OR (requested_at, id) < ($3::timestamptz, $4::uuid))
         ORDER BY requested_at DESC, id DESC LIMIT $5`,
        values,
      );
      const found = await transfersWith(
        tx,
        rows.map((row) => row.id),
      );
      return pageOf(found, size, (transfer) => [transfer.requestedAt.toISOString(), transfer.id]);
    });
  }

  @Query(() => EquipmentTransfer, {
    name: 'transfer',
    description: 'A transfer from or to your branches. Refuses NOT_FOUND.',
  })
  @Allow(Permission.ReadStock)
  async show(
    @Args('id', { type: () => Uuid, description: 'The transfer.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<EquipmentTransfer> {
    const [transfer] = await this.db.read(actor, (tx) => withinReach(tx, [id]));
    if (!transfer) throw NOT_FOUND({ what: 'Transfert', whatEn: 'Transfer' }, 'id');
    return transfer;
  }

  @ResolveReference()
  @Allow(Permission.ReadStock)
  reference(reference: { id: string }, context: RequestContext): Promise<EquipmentTransfer | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await withinReach(tx, ids);
        return new Map<string, EquipmentTransfer | null>(found.map((transfer) => [transfer.id, transfer]));
      });
    return loaderOf<EquipmentTransfer | null>(context, 'transfer', load, null).load(reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'from', description: 'The branch that sends.' })
  @Allow(ANYONE_SIGNED_IN)
  from(@Parent() transfer: EquipmentTransfer): BranchReference {
    return { code: transfer.fromBranch };
  }

  @ResolveField(() => BranchReference, { name: 'to', description: 'The branch that receives.' })
  @Allow(ANYONE_SIGNED_IN)
  to(@Parent() transfer: EquipmentTransfer): BranchReference {
    return { code: transfer.toBranch };
  }

  @ResolveField(() => Int, { name: 'version', description: 'To be sent back as `expectedVersion`.' })
  @Allow(ANYONE_SIGNED_IN)
  version(@Parent() transfer: EquipmentTransfer, @Context() context: RequestContext): Promise<number> {
    return versionOf(this.db, context, TRANSFERS, transfer.id);
  }

  @ResolveField(() => [TransferDevice], { name: 'devices', description: 'What left, by tag; empty before it has.' })
  @Allow(Permission.ReadStock)
  devices(@Parent() transfer: EquipmentTransfer, @Context() context: RequestContext): Promise<TransferDevice[]> {
    const load = (ids: readonly string[]) => this.db.read(context.actor, (tx) => devicesWithin(tx, ids));
    return loaderOf<TransferDevice[]>(context, 'transfer devices', load, []).load(transfer.id);
  }
}

async function withinReach(tx: Tx, ids: readonly string[]): Promise<EquipmentTransfer[]> {
  const values: unknown[] = [ids];
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM equipment_transfer WHERE id = ANY ($1::uuid[]) AND ${ofEither(tx, values)}`,
    values,
  );
  return transfersWith(
    tx,
    rows.map((row) => row.id),
  );
}

function transfersWith(tx: Tx, ids: readonly string[]): Promise<EquipmentTransfer[]> {
  return tx
    .createQueryBuilder(EquipmentTransfer, 't')
    .where('t.id = ANY (:ids)', { ids })
    .orderBy('t.requested_at', 'DESC')
    .addOrderBy('t.id', 'DESC')
    .getMany();
}

async function devicesWithin(tx: Tx, transferIds: readonly string[]): Promise<Map<string, TransferDevice[]>> {
  const values: unknown[] = [transferIds];
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM transfer_device WHERE transfer_id = ANY ($1::uuid[]) AND ${ofEither(tx, values)}`,
    values,
  );
  const devices = await tx
    .createQueryBuilder(TransferDevice, 'd')
    .where('d.id = ANY (:ids)', { ids: rows.map((row) => row.id) })
    .orderBy('d.tag')
    .getMany();
  return Map.groupBy(devices, (device) => device.transferId);
}
