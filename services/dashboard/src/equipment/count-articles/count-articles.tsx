import { Textarea } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField } from '../../ui/fields.js';
import { FormField } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { useEntry } from '../../ui/use-entry.js';
import { type ArticleAct, type ArticleShown, TOUCHED_BY_ARTICLES, wholeOf } from '../article-query.js';

const COUNT = graphql(`
  mutation CountArticles($input: CountArticlesInput!) {
    countArticles(input: $input) {
      id
      label
      quantity
    }
  }
`);
const FRESH = { quantity: null as number | null, reason: '' };

/** The shelf was counted and holds another number: it is corrected, with the reason why. */
export function CountArticles({ article, onDone, onClose }: ArticleAct & { readonly article: ArticleShown }) {
  const t = useWords();
  const format = useFormat();
  const { values, set, idempotencyKey } = useEntry(FRESH);
  const count = useCommand(COUNT, { touches: TOUCHED_BY_ARTICLES });
  const save = async () => {
    const input = { id: article.id, quantity: wholeOf(values.quantity), reason: values.reason.trim() };
    const counted = (await count.send({ input }, idempotencyKey))?.countArticles;
    if (counted) onDone(t('article.received', { label: counted.label, count: format.number(counted.quantity) }));
  };
  return (
    <FormDialog
      title={t('article.countTitle', { label: article.label })}
      save={t('article.countSave')}
      refusals={count.refusals}
      sending={count.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('article.there', { count: format.number(article.quantity) })}</p>
      <NumberField
        path="quantity"
        label={t('article.countedQuantity')}
        required
        value={values.quantity}
        onChange={(quantity) => set('quantity', quantity)}
      />
      <FormField path="input.reason" label={t('article.reason')} description={t('ui.reason.help')} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={values.reason}
            onChange={(event) => set('reason', event.currentTarget.value)}
          />
        )}
      </FormField>
    </FormDialog>
  );
}
