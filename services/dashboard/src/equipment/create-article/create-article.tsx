import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { type ArticleAct, centsOf, TOUCHED_BY_ARTICLES } from '../article-query.js';

const CREATE = graphql(`
  mutation CreateArticle($input: CreateArticleInput!) {
    createArticle(input: $input) {
      id
      label
    }
  }
`);
const FRESH = {
  label: '',
  code: '',
  kind: 'TOP_UP' as 'TOP_UP',
  euros: null as number | null,
  marketEuros: null as number | null,
  operator: '',
  valueEuros: null as number | null,
  validityDays: null as number | null,
};

/** A new article of the branch's till; how many there are is said when they come in. */
export function CreateArticle({ branch, onDone, onClose }: ArticleAct & { readonly branch: string }) {
  const t = useWords();
  const kinds = useChoices('ArticleKind');
  const { values, set, idempotencyKey } = useEntry(FRESH);
  const create = useCommand(CREATE, { touches: TOUCHED_BY_ARTICLES });
  const connects = (values.kind as string) !== 'ACCESSORY';
  const topsUp = values.kind === 'TOP_UP';
  const save = async () => {
    const { label, code, kind, euros, marketEuros, operator, valueEuros, validityDays } = values;
    const marketCents = marketEuros === null ? null : centsOf(marketEuros);
    const topUp = topsUp ? { valueCents: valueEuros === null ? null : centsOf(valueEuros), validityDays } : {};
    const connectivity = { ...(connects ? { operator } : {}), ...topUp };
    const input = { branch, label, code, kind, cents: centsOf(euros), marketCents, ...connectivity };
    const answer = await create.send({ input }, idempotencyKey);
    if (answer?.createArticle) onDone(t('article.created', { label: answer.createArticle.label }));
  };
  return (
    <FormDialog
      title={t('article.create')}
      save={t('article.create')}
      refusals={create.refusals}
      sending={create.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <TextField
        path="label"
        label={t('article.label')}
        description={t('article.labelHelp')}
        required
        value={values.label}
        onChange={(label) => set('label', label)}
      />
      <FieldRow>
        <TextField
          path="code"
          label={t('article.code')}
          description={t('article.codeHelp')}
          required
          value={values.code}
          onChange={(code) => set('code', code)}
        />
        <ChoiceField
          path="kind"
          label={t('article.kind')}
          data={kinds}
          value={values.kind}
          onChange={(kind) => set('kind', kind as 'TOP_UP')}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          path="cents"
          label={t('article.euros')}
          required
          value={values.euros}
          onChange={(euros) => set('euros', euros)}
        />
        <NumberField
          path="marketCents"
          label={t('article.marketEuros')}
          value={values.marketEuros}
          onChange={(euros) => set('marketEuros', euros)}
        />
      </FieldRow>
      {connects ? (
        <TextField
          path="operator"
          label={t('article.operator')}
          value={values.operator}
          onChange={(operator) => set('operator', operator)}
        />
      ) : null}
      {topsUp ? (
        <FieldRow>
          <NumberField
            path="valueCents"
            label={t('article.valueEuros')}
            value={values.valueEuros}
            onChange={(euros) => set('valueEuros', euros)}
          />
          <NumberField
            path="validityDays"
            label={t('article.validityDays')}
            value={values.validityDays}
            onChange={(days) => set('validityDays', days)}
          />
        </FieldRow>
      ) : null}
    </FormDialog>
  );
}
