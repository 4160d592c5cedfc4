import { Args, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, Allow, CurrentActor, Permission, requireBranch } from '#access';
import { optionalText } from '#errors';
import type { BeneficiaryKind } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { NOT_UNDER_ANOTHER } from '../../duplicates/not-under-another.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { BeneficiaryPage } from '../beneficiary-page.js';
import { searchTerms } from './search-terms.js';

@Resolver(() => Beneficiary)
export class ListBeneficiariesResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => BeneficiaryPage, {
    name: 'beneficiaries',
    description:
      'People of your branches by family name. A search takes beginnings of names in any order, accents and case aside, a birth year, or digits of the phone number.',
  })
  @Allow(Permission.ReadBeneficiaries)
  async list(
    @Args('text', { type: () => String, nullable: true, description: 'What is searched, from two characters.' }) text:
      | string
      | null,
    @Args('kind', {
      type: () => GraphQLVocabulary.BeneficiaryKind,
      defaultValue: 'TRACKED',
      description: 'Tracked people, or anonymous ones.',
    })
    kind: BeneficiaryKind,
    @Args('branch', { type: () => String, nullable: true, description: 'Only people of this branch.' }) branch:
      | string
      | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Beneficiary>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    const wanted = optionalText(text, 'text', { max: 120 });
    if (wanted !== null && wanted.length < 2) return { items: [], endCursor: null };
    if (branch != null) requireBranch(actor, branch);
    const branches = branch == null ? actor.branches : [branch];
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Beneficiary, 'b')
        .addSelect('b.sortName')
        .where('b.kind = :kind AND NOT b.voided AND b.erasedAt IS NULL AND b.restrictedAt IS NULL', { kind })
        .andWhere(NOT_UNDER_ANOTHER)
        .orderBy('b.sortName')
        .addOrderBy('b.id')
        .limit(size + 1);
      // Row-level security says the same, but through a function no index can answer.
      if (branches.length === 1 && branches[0] !== '*')
        query.andWhere('b.branch = CAST(:branch AS char(2))', { branch: branches[0] });
      else if (!branches.includes('*')) query.andWhere('b.branch = ANY (CAST(:branches AS char(2)[]))', { branches });
      for (const [at, { condition, value }] of (await searchTerms(tx, wanted)).entries())
        query.andWhere(condition.replaceAll('?', `:term${at}`), { [`term${at}`]: value });
      if (cursor) query.andWhere('(b.sort_name, b.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      const page = pageOf(await query.getMany(), size, ({ sortName, id }) => [sortName, id]);
      const access = { action: 'LIST', purpose: 'list-beneficiaries', fields: fieldsAsked(info, 'items') } as const;
      await this.trail.note(tx, actor, page.items, access);
      return page;
    });
  }
}
