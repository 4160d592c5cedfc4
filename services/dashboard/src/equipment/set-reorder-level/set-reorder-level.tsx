import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { useEntry } from '../../ui/use-entry.js';
import { type ArticleAct, type ArticleShown, TOUCHED_BY_ARTICLES, wholeOf } from '../article-query.js';

const SET = graphql(`
  mutation SetReorderLevel($input: SetReorderLevelInput!) {
    setReorderLevel(input: $input) {
      id
      label
      reorderLevel
    }
  }
`);

/** Below how many an article is to be ordered; an empty field watches it no more. */
export function SetReorderLevel({ article, onDone, onClose }: ArticleAct & { readonly article: ArticleShown }) {
  const t = useWords();
  const format = useFormat();
  const { values, set, idempotencyKey } = useEntry({ level: article.reorderLevel });
  const watch = useCommand(SET, { touches: TOUCHED_BY_ARTICLES });
  const save = async () => {
    const level = values.level === null ? null : wholeOf(values.level);
    const done = (await watch.send({ input: { id: article.id, level } }, idempotencyKey))?.setReorderLevel;
    if (!done) return;
    const { label, reorderLevel } = done;
    onDone(
      reorderLevel === null
        ? t('article.unwatched', { label })
        : t('article.watched', { label, level: format.number(reorderLevel) }),
    );
  };
  return (
    <FormDialog
      title={t('article.watchTitle', { label: article.label })}
      save={t('article.watchSave')}
      refusals={watch.refusals}
      sending={watch.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('article.watchWhat')}</p>
      <NumberField
        path="level"
        label={t('article.level')}
        value={values.level}
        onChange={(level) => set('level', level)}
      />
    </FormDialog>
  );
}
