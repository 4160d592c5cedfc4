import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { recordCorrection } from '../../corrections/record-correction.js';
import { momentIn } from '../../known/known.js';
import { Article } from '../article.entity.js';
import { articleFor, keepQuantity } from '../keep-article.js';

@Injectable()
export class CountArticles {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { id: string; quantity: number; reason: string }, actor: Actor): Promise<Article> {
    return this.db.command(actor, Article, async (tx) => {
      const reason = requireReason(input.reason);
      const article = await articleFor(tx, input.id);
      const moment = await momentIn(tx, article.branch, this.clock.now());
      const before = article.quantity;
      const events = article.count(input.quantity, moment);
      await keepQuantity(tx, article, 'input.quantity', { what: 'COUNTED', actor, moment, ids: this.ids, reason });
      await recordCorrection(
        tx,
        {
          id: this.ids.next(),
          branch: article.branch,
          subjectKind: 'ARTICLE',
          subjectId: article.id,
          what: `${before} → ${article.quantity}`,
          reason,
          at: moment.now,
        },
        actor,
      );
      await this.outbox.add(tx, events, actor);
      return article;
    });
  }
}
