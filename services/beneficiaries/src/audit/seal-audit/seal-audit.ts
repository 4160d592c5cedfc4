import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#persistence';

const LINES_OF_A_SEAL = 5_000;

/** A place in the trail, and the first transaction that did not exist yet when it was the last. */
interface Candidate {
  readonly through: string;
  readonly before: string;
}

/**
 * Chains what has been written since the last seal. Lines become visible in another order than they are numbered, so a place is
 * sealed only once every transaction has ended that may still write before it; readers never wait for a seal.
 */
@Injectable()
export class SealAudit {
  private candidate: Candidate | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Seals what is settled since the look before, and looks how far the next may go; gives how many lines were sealed. */
  async execute(): Promise<number> {
    const settled = this.candidate && (await this.ended(this.candidate)) ? this.candidate : undefined;
    if (settled || !this.candidate) this.candidate = await this.look();
    if (!settled) return 0;
    let sealed = 0;
    for (;;) {
      const lines = await this.sealSome(settled.through);
      sealed += lines;
      if (lines < LINES_OF_A_SEAL) return sealed;
    }
  }

  /** Lets go of lines older than twelve months; the last seal before them stays as the chain's beginning. */
  async forget(): Promise<number> {
    const [row]: { gone: string }[] = await this.db.longWork((tx) => tx.query('SELECT audit.forget() AS gone'));
    return Number(row?.gone ?? 0);
  }

  /** The latest seal: whoever keeps it elsewhere can tell that the chain was not made anew. */
  async latest(): Promise<{ number: string; hash: string } | undefined> {
    const rows: { number: string; hash: string }[] = await this.db.look((tx) =>
      tx.query('SELECT * FROM audit.latest_seal()'),
    );
    return rows[0];
  }

  private async sealSome(through: string): Promise<number> {
    const [row]: { lines: number }[] = await this.db.work((tx) =>
      tx.query('SELECT audit.seal_through($1, $2, $3) AS lines', [through, LINES_OF_A_SEAL, this.clock.now()]),
    );
    return row?.lines ?? 0;
  }

  /** In this order: whoever gets a lower number later than this look is among the transactions that are waited for. */
  private look(): Promise<Candidate> {
    return this.db.look(async (tx) => {
      const [written]: { through: string }[] = await tx.query('SELECT audit.written_through() AS through');
      const [snapshot]: { before: string }[] = await tx.query(
        'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS before',
      );
      return { through: written?.through ?? '0', before: snapshot?.before ?? '0' };
    });
  }

  private async ended({ before }: Candidate): Promise<boolean> {
    const [row]: { ended: boolean }[] = await this.db.look((tx) =>
      tx.query('SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS ended', [before]),
    );
    return row?.ended ?? false;
  }
}
