import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#persistence';

/** Whom an old prescription was about is forgotten, thirty days after its consent ended or it was rejected; that it was made stays. */
@Injectable()
export class ForgetPrescriptions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** How many were forgotten. */
  async execute(): Promise<number> {
    const rows: unknown[] = await this.db.work((tx) =>
      tx.query(
        `WITH gone AS (UPDATE prescription SET ${FORGET}
           WHERE NOT forgotten AND (consent_until < $1::date - 30 OR (state = 'REJECTED' AND answered_on < $1::date - 30)) RETURNING 1)
         SELECT 1 FROM gone`,
        [this.clock.now().toISOString().slice(0, 10)],
      ),
    );
    // Who asked for a link and never wrote, or wrote long since, leaves no address here.
    await this.db.work((tx) =>
      tx.query(`DELETE FROM prescriber_letter WHERE kind = 'LINK' AND ends_at < $1::timestamptz - interval '1 day'`, [
        this.clock.now(),
      ]),
    );
    return rows.length;
  }
}

const FORGET = `given_name = NULL, family_name = NULL, birth_year = NULL, phone = NULL, spoken_language = NULL,
  availability = NULL, reason = NULL, other_place_words = NULL, prescriber_mail = NULL, forgotten = true`;
