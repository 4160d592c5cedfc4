import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { momentIn } from '../../known/known.js';
import { Article } from '../article.entity.js';
import { articleFor, keepQuantity } from '../keep-article.js';

@Injectable()
export class ReceiveArticles {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { id: string; quantity: number }, actor: Actor): Promise<Article> {
    return this.db.command(actor, Article, async (tx) => {
      const article = await articleFor(tx, input.id);
      const moment = await momentIn(tx, article.branch, this.clock.now());
      const events = article.receive(input.quantity, moment);
      await keepQuantity(tx, article, 'input.quantity', { what: 'RECEIVED', actor, moment, ids: this.ids });
      await this.outbox.add(tx, events, actor);
      return article;
    });
  }
}
