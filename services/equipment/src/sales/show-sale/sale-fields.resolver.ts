import { Context, Field, Int, ObjectType, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import { Database, within } from '#persistence';
import { DateTime, loaderOf, type RequestContext } from '#runtime';
import { versionOf } from '../../loaders.js';
import { BeneficiaryReference, BranchReference } from '../../references.js';
import { SALES } from '../keep-sale.js';
import { Sale } from '../sale.entity.js';

@ObjectType({ description: 'When, by whom and why a sale was mended or taken back.' })
export class SaleCorrectionNote {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'PAYMENTS, BUYER, both, VOIDED, REFUNDED or EXCHANGED.' })
  what: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;

  @Field(() => String, { description: 'Random subject of who did it.' })
  author: string;
}

@Resolver(() => Sale)
export class SaleFieldsResolver {
  constructor(private readonly db: Database) {}

  @ResolveReference()
  @Allow(Permission.ReadSales)
  reference(reference: { id: string }, context: RequestContext): Promise<Sale | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const sales = await tx
          .createQueryBuilder(Sale, 's')
          .where('s.id = ANY (:ids)', { ids: [...ids] })
          .getMany();
        return new Map<string, Sale | null>(sales.map((sale) => [sale.id, sale]));
      });
    return loaderOf<Sale | null>(context, 'sale', load, null).load(reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that sold.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() sale: Sale): BranchReference {
    return { code: sale.branch };
  }

  @ResolveField(() => BeneficiaryReference, {
    name: 'beneficiary',
    nullable: true,
    description: 'Who bought; null = anonymous.',
  })
  @Allow(Permission.ReadSales)
  beneficiary(@Parent() sale: Sale): BeneficiaryReference | null {
    return sale.beneficiaryId === null ? null : { id: sale.beneficiaryId };
  }

  @ResolveField(() => Int, { name: 'version', description: 'To be sent back as `expectedVersion`.' })
  @Allow(ANYONE_SIGNED_IN)
  version(@Parent() sale: Sale, @Context() context: RequestContext): Promise<number> {
    return versionOf(this.db, context, SALES, sale.id);
  }

  @ResolveField(() => [SaleCorrectionNote], { name: 'corrections', description: 'What was mended, oldest first.' })
  @Allow(Permission.ReadSales)
  corrections(@Parent() sale: Sale, @Context() context: RequestContext): Promise<SaleCorrectionNote[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [ids];
        const rows: (SaleCorrectionNote & { subject_id: string })[] = await tx.query(
          `SELECT subject_id, at, what, reason, author FROM correction
           WHERE subject_kind = 'SALE' AND subject_id = ANY ($1::uuid[]) AND ${within(tx, values)} ORDER BY at, id`,
          values,
        );
        return Map.groupBy(rows, (row) => row.subject_id);
      });
    return loaderOf<SaleCorrectionNote[]>(context, 'sale corrections', load, []).load(sale.id);
  }
}
