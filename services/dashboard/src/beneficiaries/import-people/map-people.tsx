import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { type FileRead, IMPORT_PEOPLE, importAddress, TOUCHED_BY_IMPORT } from './import-query.js';

/** Where the list comes from, what each of its columns says, and the dry run. */
export function MapPeople(props: { readonly fileId: string; readonly file: FileRead; readonly source: string }) {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const today = useToday();
  const { one } = useScope();
  const fields = useChoices('PersonField');
  const entry = useEntry({
    source: props.source,
    privacyNoticeReadOn: '',
    chosen: {} as Readonly<Record<string, string>>,
  });
  useUnsavedGuard(entry.touched);
  const asking = useCommand(IMPORT_PEOPLE, { touches: TOUCHED_BY_IMPORT });
  const { source, privacyNoticeReadOn, chosen } = entry.values;
  const choices = props.file.columns.map(({ column, field, filled }) => ({
    ...{ column, filled, field: chosen[column] ?? field ?? '' },
  }));
  const tryIt = async () => {
    const mapping = choices.map(({ column, field }) => ({
      column,
      field: fields.find((f) => f.value === field)?.value ?? null,
    }));
    const input = {
      ...{ fileId: props.fileId, dryRun: true, source, branch: one ?? null, mapping },
      privacyNoticeReadOn: privacyNoticeReadOn || null,
    };
    const answer = await asking.send({ input }, entry.idempotencyKey);
    if (answer?.importPeople) await navigate({ to: importAddress(answer.importPeople.id), ignoreBlocker: true });
  };
  return (
    <EntryForm
      label={t('page.importPeople')}
      refusals={asking.refusals}
      sending={asking.sending}
      onSend={() => void tryIt()}
    >
      <Sheet title={t('peopleImport.columns')}>
        <Stack>
          <p className="soft">{t('peopleImport.recognised', { format: props.file.format, rows: props.file.rows })}</p>
          <FieldRow>
            <TextField
              path="source"
              label={t('peopleImport.source')}
              description={t('peopleImport.sourceHelp')}
              value={source}
              onChange={(typed) => entry.set('source', typed)}
              required
            />
            <TextField
              path="privacyNoticeReadOn"
              type="date"
              max={today}
              label={t('peopleImport.notice')}
              description={t('peopleImport.noticeHelp')}
              value={privacyNoticeReadOn}
              onChange={(day) => entry.set('privacyNoticeReadOn', day)}
            />
          </FieldRow>
          <p className="soft">{t('peopleImport.columnsHelp')}</p>
          <DataTable
            caption={t('peopleImport.columns')}
            rows={choices}
            rowKey={({ column }) => column}
            columns={[
              { id: 'column', label: t('peopleImport.column'), phone: 'title', cell: ({ column }) => column },
              {
                id: 'filled',
                label: t('peopleImport.filled'),
                number: true,
                cell: ({ filled }) =>
                  t('peopleImport.filledRows', {
                    filled: format.number(filled),
                    rows: format.number(props.file.rows),
                  }),
              },
              {
                id: 'field',
                label: t('peopleImport.readAs'),
                phone: 'main',
                cell: ({ column, field }) => (
                  <NativeSelect
                    aria-label={t('peopleImport.readAsOf', { column })}
                    data={[{ value: '', label: t('peopleImport.notRead') }, ...fields]}
                    value={field}
                    onChange={({ currentTarget: { value } }) => entry.set('chosen', { ...chosen, [column]: value })}
                  />
                ),
              },
            ]}
          />
          <SaveButton>{t('peopleImport.dryRun')}</SaveButton>
        </Stack>
      </Sheet>
    </EntryForm>
  );
}
