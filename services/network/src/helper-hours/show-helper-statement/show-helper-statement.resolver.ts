import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Clock, Database, type Tx } from '#persistence';
import { Uuid } from '#runtime';
import { Member } from '../../members/member.entity.js';
import { isSeenBy } from '../../members/member-for.js';
import { STATEMENT_YEAR } from '../helper-rate.refusals.js';
import { statementPaper } from '../statement-paper.js';
import { hoursOfHelper } from '../valued-hours.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A paper with a name: it leaves this service in whole. */
@ObjectType({ description: 'A helper’s statement of a year, to save or to print.' })
export class HelperStatement {
  @Field(() => String, { description: 'Name to save it under; it names nobody.' })
  name: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType: string;

  @Field(() => String, { description: 'The whole file, in base64.' })
  base64: string;
}

@Resolver()
export class ShowHelperStatementResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => HelperStatement, {
    name: 'helperStatement',
    description:
      'A helper’s hours of a year as PDF, by month and branch, in your branches, with their value: your own, or that of a member whom you manage. Refuses NOT_FOUND, STATEMENT_YEAR.',
  })
  @Allow(Permission.TakeShifts)
  async statement(
    @Args('year', { type: () => Int, description: 'Calendar year, 2000–2100.' }) year: number,
    @Args('memberId', { type: () => Uuid, nullable: true, description: 'The member; left out = yourself.' })
    memberId: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<HelperStatement> {
    if (year < FIRST_YEAR || year > LAST_YEAR) throw STATEMENT_YEAR({}, 'year');
    const { member, lines } = await this.db.read(actor, async (tx) => {
      const where = memberId == null ? { subject: actor.subject } : { id: memberId };
      const found = await tx.findOneBy(Member, where);
      if (!found || !isSeenBy(actor, found)) throw NOT_FOUND({ what: 'Membre', whatEn: 'Member' }, 'memberId');
      const given = found.subject === null ? [] : await hoursOfHelper(tx, found.subject, year);
      const cities = await citiesOf(
        tx,
        given.map(({ branch }) => branch),
      );
      return { member: found, lines: given.map((line) => ({ ...line, city: cities.get(line.branch) ?? line.branch })) };
    });
    const { name, helperKind: kind } = member;
    const paper = await statementPaper({ name, kind, year, at: this.clock.now(), lines });
    return { name: `releve-heures-${year}.pdf`, mediaType: 'application/pdf', base64: paper.toString('base64') };
  }
}

async function citiesOf(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows: { code: string; city: string }[] = await tx.query(
    'SELECT code, city FROM branch WHERE code = ANY ($1::bpchar[])',
    [codes],
  );
  return new Map(rows.map(({ code, city }) => [code, city]));
}
