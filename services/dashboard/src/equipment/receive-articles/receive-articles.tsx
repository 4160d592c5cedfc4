import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { useEntry } from '../../ui/use-entry.js';
import { type ArticleAct, type ArticleShown, TOUCHED_BY_ARTICLES, wholeOf } from '../article-query.js';

const RECEIVE = graphql(`
  mutation ReceiveArticles($input: ReceiveArticlesInput!) {
    receiveArticles(input: $input) {
      id
      label
      quantity
    }
  }
`);
const FRESH = { quantity: null as number | null };

/** Some came in: they are added to those that are there. */
export function ReceiveArticles({ article, onDone, onClose }: ArticleAct & { readonly article: ArticleShown }) {
  const t = useWords();
  const format = useFormat();
  const { values, set, idempotencyKey } = useEntry(FRESH);
  const receive = useCommand(RECEIVE, { touches: TOUCHED_BY_ARTICLES });
  const save = async () => {
    const input = { id: article.id, quantity: wholeOf(values.quantity) };
    const received = (await receive.send({ input }, idempotencyKey))?.receiveArticles;
    if (received) onDone(t('article.received', { label: received.label, count: format.number(received.quantity) }));
  };
  return (
    <FormDialog
      title={t('article.receiveTitle', { label: article.label })}
      save={t('article.receiveSave')}
      refusals={receive.refusals}
      sending={receive.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('article.there', { count: format.number(article.quantity) })}</p>
      <NumberField
        path="quantity"
        label={t('article.receivedQuantity')}
        required
        value={values.quantity}
        onChange={(quantity) => set('quantity', quantity)}
      />
    </FormDialog>
  );
}
