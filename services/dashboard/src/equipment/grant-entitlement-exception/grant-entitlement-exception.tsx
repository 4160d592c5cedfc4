import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { ExceptionLanguage } from '../../i18n/exception-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { Row } from '../../ui/layout.js';
import { ReasonField } from '../../ui/reason-field.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { useEntry } from '../../ui/use-entry.js';
import { centsOf } from '../article-query.js';

const GRANT = graphql(`
  mutation GrantEntitlementException($input: GrantEntitlementExceptionInput!) {
    grantEntitlementException(input: $input) {
      month
      cents
    }
  }
`);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the coordination allows a person beyond the cap; of the person it knows the number that the branch's till shows. */
export function GrantEntitlementException() {
  return (
    <ExceptionLanguage>
      <Exception />
    </ExceptionLanguage>
  );
}

function Exception() {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState('');
  return (
    <Row gap={8}>
      <span className="soft small" role="status">
        {done}
      </span>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('exception.grant')}
      </Button>
      {open ? (
        <ExceptionDialog
          onClose={() => setOpen(false)}
          onDone={(said) => {
            setDone(said);
            setOpen(false);
          }}
        />
      ) : null}
    </Row>
  );
}

function ExceptionDialog(props: { readonly onClose: () => void; readonly onDone: (said: string) => void }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { now } = useEnvironment();
  const months = monthsFrom(format.localDate(now()));
  const { values, set, idempotencyKey } = useEntry({
    branch: names.all[0] ?? '',
    beneficiaryId: '',
    month: months[0],
    euros: null as number | null,
    reason: '',
  });
  const grant = useCommand(GRANT, { touches: [['read', 'Entitlement']] });
  const [unread, setUnread] = useState<readonly RefusalShown[]>([]);
  const said = (month: string) => format.month(`${month}T12:00:00Z`);
  const save = async () => {
    const { euros, ...wish } = values;
    const beneficiaryId = wish.beneficiaryId.trim().toLowerCase();
    setUnread(UUID.test(beneficiaryId) ? [] : [notANumber(t('exception.noNumber'))]);
    if (!UUID.test(beneficiaryId)) return;
    const answer = await grant.send({ input: { ...wish, beneficiaryId, cents: centsOf(euros) } }, idempotencyKey);
    const granted = answer?.grantEntitlementException;
    if (granted)
      props.onDone(t('exception.granted', { amount: format.money(granted.cents), month: said(granted.month) }));
  };
  return (
    <FormDialog
      title={t('exception.grant')}
      save={t('exception.grant')}
      refusals={unread.length > 0 ? unread : grant.refusals}
      sending={grant.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <p>{t('exception.what')}</p>
      <TextField
        path="beneficiaryId"
        label={t('exception.person')}
        description={t('exception.personHelp')}
        required
        value={values.beneficiaryId}
        onChange={(beneficiaryId) => set('beneficiaryId', beneficiaryId)}
      />
      <FieldRow>
        <ChoiceField
          path="branch"
          label={t('exception.branch')}
          required
          data={names.all.map((code) => ({ value: code, label: names.of(code) }))}
          value={values.branch}
          onChange={(branch) => set('branch', branch)}
        />
        <ChoiceField
          path="month"
          label={t('exception.month')}
          data={months.map((month) => ({ value: month, label: said(month) }))}
          value={values.month}
          onChange={(month) => set('month', month)}
        />
      </FieldRow>
      <NumberField
        path="cents"
        label={t('exception.euros')}
        description={t('exception.eurosHelp')}
        required
        value={values.euros}
        onChange={(euros) => set('euros', euros)}
      />
      <ReasonField value={values.reason} onChange={(reason) => set('reason', reason)} />
    </FormDialog>
  );
}

/** Said before anything is sent: what is not even a number of ours is no person that could be unknown. */
function notANumber(sentence: string): RefusalShown {
  return { code: 'MALFORMED', kind: 'invalid', field: 'input.beneficiaryId', fr: sentence, en: sentence };
}

/** First days of this month and the next, as the days of the branch go. */
function monthsFrom(day: string): readonly [string, string] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return [`${day.slice(0, 7)}-01`, new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)];
}
