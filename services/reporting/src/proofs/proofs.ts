import { Injectable } from '@nestjs/common';
import { Clock, Database, Ids } from '#persistence';
import { type Companion, ReaderFactory } from '#runtime';
import { INDICATORS, type IndicatorCode } from '../figures/indicators.js';
import { Freshness } from '../freshness/freshness.js';
import { FiguresApplier } from '../projection/figures-applier.js';
import { liveStore } from '../projection/figures-store.js';
import { findWrongCells, type WrongCell } from '../projection/fold.js';
import { compareWithOwners } from './compare-with-owners.js';
import { type ProofDifference } from './proof.js';

const LOOK_EVERY_MS = 2_000;
/** By then every owner has stated the day before. */
const NIGHTLY_FROM_HOUR_UTC = 2;
const SHOWN = 100;

type Difference = Omit<ProofDifference, 'id'>;

/**
 * Proves the figures every night and whenever somebody asks: every owner's ledger is here, day by day, and every kept sum is
 * what its contributions add up to. What it found stands in the database; a proof cut short is begun again.
 */
@Injectable()
export class Proofs implements Companion {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly freshness: Freshness,
    private readonly figures: FiguresApplier,
    private readonly factory: ReaderFactory,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.patiently());
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Asks for the night's proof when it is due, and makes the proof that waits, if there is one. */
  async look(): Promise<void> {
    await this.askNightly();
    await this.db.longWork(async (tx) => {
      // Held until the proof is written down: of several processes one proves, and one that died leaves it to the next.
      const [waiting]: { id: string }[] = await tx.query(
        `SELECT id FROM proof WHERE state = 'ASKED' ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (!waiting) return;
      const proven = await this.prove().catch((error: unknown) => {
        this.factory.log.error({ error: error instanceof Error ? error.message : String(error) }, 'proof failed');
        return undefined;
      });
      await tx.query(
        `UPDATE proof SET state = $2, ended_at = $3, facts = $4, days = $5, waiting_days = $6, set_aside = $7, differences = $8
         WHERE id = $1`,
        [
          waiting.id,
          proven === undefined ? 'FAILED' : proven.differences.length === 0 ? 'RIGHT' : 'WRONG',
          this.clock.now(),
          proven?.facts ?? null,
          proven?.days ?? null,
          proven?.waitingDays ?? null,
          proven?.setAside ?? null,
          JSON.stringify(proven?.differences ?? []),
        ],
      );
    });
  }

  private async patiently(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.factory.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'proof waits');
    }
  }

  private async askNightly(): Promise<void> {
    const now = this.clock.now();
    if (now.getUTCHours() < NIGHTLY_FROM_HOUR_UTC) return;
    const since = `${now.toISOString().slice(0, 10)}T00:00:00Z`;
    await this.db.work((tx) =>
      tx.query(
        `INSERT INTO proof (id, cause, state, asked_at)
         SELECT $1, 'NIGHTLY', 'ASKED', $2
         WHERE NOT EXISTS (SELECT 1 FROM proof WHERE cause = 'NIGHTLY' AND asked_at >= $3)
         ON CONFLICT DO NOTHING`,
        [this.ids.next(), now, since],
      ),
    );
  }

  /** One snapshot for deltas, cells and statements: what is counted meanwhile stays out of all of them. */
  private async prove() {
    const marks = await this.freshness.sources();
    const finalUpTo = new Map(
      marks.flatMap(({ source, finalUpTo: final }) => (final === null ? [] : [[source, final] as const])),
    );
    return this.db.longLook(async (tx) => {
      const { schema } = await liveStore(tx);
      const cells = await findWrongCells(tx, schema, SHOWN);
      const owners = await compareWithOwners(tx, { types: this.figures.counted, finalUpTo, limit: SHOWN });
      const differences: Difference[] = [
        ...owners.differences.map((difference) => ({ ...difference, code: null, branch: null })),
        ...cells.map(wrongSum),
      ];
      return { ...owners, differences: differences.slice(0, SHOWN) };
    });
  }
}

function wrongSum({ indicator, branch, date, cell, deltas }: WrongCell): Difference {
  const codes = Object.entries(INDICATORS) as [IndicatorCode, { id: number }][];
  const code = indicator === null ? 'UNIQUE_PEOPLE' : (codes.find(([, { id }]) => id === indicator)?.[0] ?? null);
  return { source: null, day: date, eventType: null, code, branch, expected: deltas, found: cell };
}
