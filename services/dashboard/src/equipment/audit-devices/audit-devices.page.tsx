import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { AuditLanguage } from '../../i18n/audit-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Notice, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { type Piece, piecesOf } from './pieces.js';

const AUDIT = graphql(`
  mutation AuditDevices($input: AuditDevicesInput!) {
    auditDevices(input: $input) {
      id
      dryRun
      created
      updated
      unchanged
      refused
      rows {
        row
        outcome
        column
        fr
        en
      }
    }
  }
`);
type Run = NonNullable<ResultOf<typeof AUDIT>['auditDevices']>;

/** A file of the refurbishing bench: tried first, then taken, with each wrong row named. */
export function Page() {
  return (
    <AuditLanguage>
      <Audit />
    </AuditLanguage>
  );
}

function Audit() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const entry = useEntry({});
  const audit = useCommand(AUDIT, {
    touches: [
      ['read', 'Devices'],
      ['read', 'DeviceCounts'],
    ],
  });
  const [pieces, setPieces] = useState<readonly Piece[] | null>(null);
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [sending, setSending] = useState(false);
  const all = pieces?.reduce((sum, piece) => sum + piece.rows, 0) ?? 0;
  const choose = async (file: File | null) => {
    setRuns([]);
    audit.forget();
    setPieces(file ? piecesOf(await file.text()) : null);
    entry.renew();
  };
  // One piece after the other: what a later row says of a device comes after what an earlier one said.
  const send = async (dryRun: boolean) => {
    setRuns([]);
    setSending(true);
    for (const { content, firstRow } of pieces ?? []) {
      const input = { branch: one ?? null, content, firstRow, dryRun };
      const answer = await audit.send({ input }, `${entry.idempotencyKey}:${dryRun ? 'dry' : 'real'}:${firstRow}`);
      const run = answer?.auditDevices;
      if (!run) break;
      setRuns((before) => [...before, run]);
    }
    setSending(false);
  };
  const done = runs.reduce((sum, run) => sum + run.rows.length, 0);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.audit')} context={t('audit.what')} />
      <Sheet>
        <Stack gap={16}>
          <RefusalSummary refusals={audit.refusals} />
          <FileInput
            label={t('audit.file')}
            accept=".csv,.json,.txt,text/csv,application/json"
            clearable={false}
            onChange={(file) => void choose(file)}
          />
          {pieces?.length === 0 ? <Notice tone="care">{t('audit.empty')}</Notice> : null}
          {all > 0 ? (
            <Row gap={12}>
              <Button variant="default" aria-disabled={sending || undefined} onClick={() => void send(true)}>
                {t('audit.dry')}
              </Button>
              <Button aria-disabled={sending || undefined} onClick={() => void send(false)}>
                {t('audit.take', { count: all })}
              </Button>
            </Row>
          ) : null}
          <p role="status" className="soft">
            {sending ? t('audit.progress', { done: format.number(done), all: format.number(all) }) : null}
          </p>
        </Stack>
      </Sheet>
      {runs.length > 0 ? <Report runs={runs} /> : null}
    </Stack>
  );
}

function Report({ runs }: { readonly runs: readonly Run[] }) {
  const t = useWords();
  const format = useFormat();
  const { language } = useLanguage();
  const refused = runs.flatMap((run) => run.rows.filter(({ outcome }) => outcome === 'REFUSED'));
  const sum = (outcome: 'created' | 'updated' | 'unchanged' | 'refused') =>
    format.number(runs.reduce((total, run) => total + run[outcome], 0));
  return (
    <>
      <Notice tone={runs[0]?.dryRun ? 'note' : 'good'}>{t(runs[0]?.dryRun ? 'audit.dryDone' : 'audit.done')}</Notice>
      <Sheet>
        <Facts
          facts={[
            [t('audit.created'), sum('created')],
            [t('audit.updated'), sum('updated')],
            [t('audit.unchanged'), sum('unchanged')],
            [t('audit.refused'), sum('refused')],
          ]}
        />
      </Sheet>
      <Sheet title={t('audit.refusedRows')}>
        <DataTable
          caption={t('audit.refusedRows')}
          rows={refused}
          rowKey={(row) => String(row.row)}
          empty={<Empty reason="nothing-yet">{t('audit.noneRefused')}</Empty>}
          columns={[
            { id: 'row', label: t('audit.row'), phone: 'title', cell: (row) => format.number(row.row) },
            { id: 'column', label: t('audit.column'), cell: (row) => <code>{row.column ?? '–'}</code> },
            {
              id: 'reason',
              label: t('audit.reason'),
              phone: 'main',
              cell: (row) => (language === 'fr' ? row.fr : row.en),
            },
          ]}
        />
      </Sheet>
    </>
  );
}
