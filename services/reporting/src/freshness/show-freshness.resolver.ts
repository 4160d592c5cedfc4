import { Args, Field, Float, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, GATEWAY_ITSELF } from '#access';
import { Database } from '#persistence';
import { DateTime } from '#runtime';
import { Freshness } from './freshness.js';
import { NextCommit } from './next-commit.js';

@ObjectType({ description: 'How far one service’s facts are in the figures.' })
export class SourceFreshnessType {
  @Field(() => String, { description: 'The service.' })
  source: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Everything it wrote before this instant is counted; null = not proven yet.',
  })
  upTo: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Nothing recorded before this instant can still appear; null = not proven yet.',
  })
  finalUpTo: Date | null;

  @Field(() => Boolean, { description: 'More than 15 seconds behind.' })
  late: boolean;
}

@ObjectType({ description: 'Tells watchers that a branch’s figures have moved.' })
export class Watermark {
  @Field(() => String, { description: 'Branch code; `--` = the whole network.' })
  branch: string;

  @Field(() => DateTime, { description: 'When it last moved.' })
  asOf: Date;

  @Field(() => Float, { description: 'Grows with every change.' })
  version: number;
}

/** Another process of this service may have counted something, of which nothing is heard here. */
const BETWEEN_LOOKS_MS = 100;
const LOOKS = 10;

@Resolver()
export class ShowFreshnessResolver {
  constructor(
    private readonly db: Database,
    private readonly freshness: Freshness,
    private readonly nextCommit: NextCommit,
  ) {}

  @Query(() => [SourceFreshnessType], { name: 'freshness', description: 'How fresh the figures are, per source.' })
  @Allow(ANYONE_SIGNED_IN)
  sources(): Promise<SourceFreshnessType[]> {
    return this.freshness.sources();
  }

  @Query(() => [Watermark], {
    name: 'watermarks',
    description:
      'How far the figures of each branch have moved; tells no figure. The gateway asks it for its live ticks. With `since`, the sum of the versions it was told last, it answers as soon as there is another, and after a second at the latest.',
  })
  @Allow(GATEWAY_ITSELF)
  async watermarks(
    @Args('since', { type: () => Float, nullable: true, description: 'Sum of the versions that are known already.' })
    since: number | null,
  ): Promise<Watermark[]> {
    for (let looks = 1; ; looks += 1) {
      const marks = await this.look();
      const moved = marks.reduce((sum, { version }) => sum + version, 0) !== since;
      if (since === null || moved || looks === LOOKS) return marks;
      await this.nextCommit.wait(BETWEEN_LOOKS_MS);
    }
  }

  private async look(): Promise<Watermark[]> {
    const rows: { branch: string; version: string; changed_at: Date }[] = await this.db.look((tx) =>
      tx.query('SELECT branch, version, changed_at FROM reporting.watermark ORDER BY branch'),
    );
    return rows.map((row) => ({ branch: row.branch, version: Number(row.version), asOf: row.changed_at }));
  }
}
