import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { seesNetwork } from '../../app/claims.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { usePages } from '../../app/use-pages.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { ChoiceField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { IMPORT_PLACES, IMPORT_RUNS, runAddress, TOUCHED_BY_IMPORT } from '../import-run-query.js';
import { choicesOf, fieldsReadTwice, missingFields } from './column-choices.js';
import css from './import.module.css';
import type { FileRead } from './import-places.page.js';

/** Where the file comes from, how each of its columns is read, and the dry run. */
export function MapColumns(props: {
  readonly fileId: string;
  readonly file: FileRead;
  /** The source that the columns were proposed for, and whether they are being read for another one. */
  readonly source: string;
  readonly reading: boolean;
  readonly onSource: (source: string) => void;
}) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const navigate = useNavigate();
  const names = useBranchName();
  const { one } = useScope();
  const network = seesNetwork(useIdentity());
  const fields = useChoices('PlaceColumn');
  const entry = useEntry({
    source: props.source,
    branch: one ?? '',
    chosen: {} as Readonly<Record<string, string>>,
  });
  const { source } = entry.values;
  useUnsavedGuard(entry.touched);
  const run = useCommand(IMPORT_PLACES, { touches: TOUCHED_BY_IMPORT });
  const choices = choicesOf(props.file, entry.values.chosen);
  const missing = missingFields(choices);
  const send = async () => {
    const mapping = choices.map(({ column, field }) => ({ column, field: field || null }));
    const input = { fileId: props.fileId, dryRun: true, source, branch: entry.values.branch || null, mapping };
    const answer = await run.send({ input }, entry.idempotencyKey);
    if (answer?.importPlaces) await navigate({ to: runAddress(answer.importPlaces.id), ignoreBlocker: true });
  };
  // A source just named may bring its own columns: the dry run waits for them rather than running ahead of what is shown.
  const named = source.trim();
  const ready = !props.reading && named === props.source;
  const [waiting, setWaiting] = useState(false);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!waiting || !ready) return;
    setWaiting(false);
    void latest.current();
  }, [waiting, ready]);
  const tryIt = () => {
    props.onSource(named);
    setWaiting(true);
  };
  return (
    <EntryForm label={t('page.importPlaces')} refusals={run.refusals} sending={run.sending || waiting} onSend={tryIt}>
      <Sheet title={t('import.columns')}>
        <Stack>
          <FieldRow>
            <SourceField
              value={source}
              onChange={(typed) => entry.set('source', typed)}
              onNamed={() => props.onSource(named)}
            />
            {network ? (
              <ChoiceField
                path="branch"
                label={t('import.keeper')}
                data={[
                  { value: '', label: t('place.network') },
                  ...names.all.map((code) => ({ value: code, label: names.of(code) })),
                ]}
                value={entry.values.branch}
                onChange={(branch) => entry.set('branch', branch)}
              />
            ) : null}
          </FieldRow>
          {missing.length > 0 ? (
            <Notice tone="care">
              {t('import.missing', { fields: missing.map((field) => label('PlaceColumn', field)).join(', ') })}
            </Notice>
          ) : null}
          {fieldsReadTwice(choices).map((field) => (
            <Notice key={field}>{t('import.twice', { field: label('PlaceColumn', field) })}</Notice>
          ))}
          <p className="soft">{t('import.columnsHelp')}</p>
          <DataTable
            caption={t('import.columns')}
            rows={choices}
            rowKey={(choice) => choice.column}
            columns={[
              { id: 'column', label: t('import.column'), phone: 'title', cell: (choice) => choice.column },
              {
                id: 'sample',
                label: t('import.sample'),
                cell: (choice) => <span className={css.sample}>{choice.sample || '–'}</span>,
              },
              {
                id: 'filled',
                label: t('import.filled'),
                number: true,
                cell: (choice) =>
                  t('import.filledRows', {
                    filled: format.number(choice.filled),
                    rows: format.number(props.file.rows),
                  }),
              },
              {
                id: 'field',
                label: t('import.readAs'),
                cell: (choice) => (
                  <NativeSelect
                    className={css.choice ?? ''}
                    aria-label={t('import.readAsOf', { column: choice.column })}
                    data={[{ value: '', label: t('import.notRead') }, ...fields]}
                    value={choice.field}
                    onChange={({ currentTarget: { value } }) =>
                      entry.set('chosen', { ...entry.values.chosen, [choice.column]: value })
                    }
                  />
                ),
              },
            ]}
          />
          <SaveButton>{t('import.dryRun')}</SaveButton>
        </Stack>
      </Sheet>
    </EntryForm>
  );
}

/** A name used before finds its columns again as soon as it is left. */
function SourceField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onNamed: () => void;
}) {
  const t = useWords();
  const list = useId();
  const runs = usePages(IMPORT_RUNS, {}, (data) => data.importRuns);
  const known = [...new Set(runs.items.map(({ source }) => source))];
  return (
    <FormField path="input.source" label={t('import.source')} description={t('import.sourceHelp')} required>
      {(control) => (
        <>
          <TextInput
            {...control}
            list={list}
            autoComplete="off"
            value={props.value}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            onBlur={props.onNamed}
          />
          <datalist id={list}>
            {known.map((source) => (
              <option key={source} value={source} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
