import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Lines, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { MANDATES, type MandateShown } from './mandates-query.js';

const REVOKE = graphql(`
  mutation RevokeMandate($input: RevokeMandateInput!) {
    revokeMandate(input: $input) {
      id
    }
  }
`);
// Dialogs that few visits open.
const GiveMandate = lazy(async () => ({ default: (await import('../give-mandate/give-mandate.js')).GiveMandate }));
const NoteMandateAct = lazy(async () => ({
  default: (await import('../note-mandate-act/note-mandate-act.js')).NoteMandateAct,
}));

/** What a person allowed to be done in their name, until when, and each thing that was done by it. */
export function Mandates({ beneficiaryId, edits }: { readonly beneficiaryId: string; readonly edits: boolean }) {
  const t = useWords();
  const read = useRead(MANDATES, { id: beneficiaryId });
  const [giving, setGiving] = useState(false);
  const [acting, setActing] = useState<MandateShown | null>(null);
  const found = read.data?.beneficiary?.mandates ?? [];
  return (
    <Sheet
      title={t('mandate.title')}
      aside={
        edits ? (
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('mandate.give')}
          </Button>
        ) : null
      }
    >
      <Block read={read} at="beneficiary.mandates" doing={t('mandate.doing')}>
        {() =>
          found.length === 0 ? (
            <Empty reason="nothing-yet">{t('mandate.none')}</Empty>
          ) : (
            <Lines>
              {found.toReversed().map((mandate) => (
                <OneMandate key={mandate.id} mandate={mandate} edits={edits} onAct={() => setActing(mandate)} />
              ))}
            </Lines>
          )
        }
      </Block>
      <Suspense fallback={null}>
        {giving ? <GiveMandate beneficiaryId={beneficiaryId} onClose={() => setGiving(false)} /> : null}
        {acting ? <NoteMandateAct mandate={acting} onClose={() => setActing(null)} /> : null}
      </Suspense>
    </Sheet>
  );
}

function OneMandate(props: { readonly mandate: MandateShown; readonly edits: boolean; readonly onAct: () => void }) {
  const { mandate, edits, onAct } = props;
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const revoke = useCommand(REVOKE, { touches: [keyOf(MANDATES)] });
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const { id, version, state, revokedOn } = mandate;
  return (
    <Stack gap={8}>
      <Row apart>
        <strong>{mandate.themes.map((theme) => label('AdministrativeTheme', theme)).join(', ')}</strong>
        <Chip tone={state === 'IN_FORCE' ? 'good' : 'plain'}>{label('MandateState', state)}</Chip>
      </Row>
      <p className="soft">
        {t('mandate.span', { from: day(mandate.fromOn), until: day(mandate.untilOn) })}
        {revokedOn ? ` · ${t('mandate.revokedOn', { day: day(revokedOn) })}` : ''}
      </p>
      {mandate.acts.length > 0 ? (
        <ul className="plain" aria-label={t('mandate.acts')}>
          {mandate.acts.map((act) => (
            <li key={act.id}>
              <span className="soft small">{`${day(act.occurredOn)} · ${label('AdministrativeTheme', act.theme)}`}</span>
              <div>{act.what}</div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('mandate.noActs')}</p>
      )}
      {edits && state === 'IN_FORCE' ? (
        <Row gap={8}>
          <Button variant="default" onClick={onAct}>
            {t('mandate.act')}
          </Button>
          <ConfirmedAct
            label={t('mandate.revoke')}
            title={t('mandate.revoke')}
            says={t('mandate.revokeWhat')}
            refusals={revoke.refusals}
            sending={revoke.sending}
            send={(key) => revoke.send({ input: { id, expectedVersion: version } }, key)}
            forget={revoke.forget}
          />
        </Row>
      ) : null}
    </Stack>
  );
}
