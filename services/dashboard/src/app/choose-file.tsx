import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import { RefusalSummary } from '../ui/form.js';
import { Stack } from '../ui/layout.js';
import css from './choose-file.module.css';
import { type UploadTarget, useUpload } from './use-upload.js';

/** A file dropped or chosen, sent at once; a list for import of places unless told where it goes. */
export function ChooseFile({
  onSent,
  target,
}: {
  readonly onSent: (fileId: string) => void;
  readonly target?: UploadTarget;
}) {
  const t = useWords();
  const upload = useUpload(target);
  const [name, setName] = useState('');
  const [over, setOver] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file || upload.sending) return;
    setName(file.name);
    const fileId = await upload.send(file);
    if (fileId) onSent(fileId);
  };
  return (
    <Stack>
      <RefusalSummary refusals={upload.refusals} />
      <label
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          accept=".csv,.xlsx,.json,.txt,.tsv,text/csv,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            // Emptied afterwards, so that the same file can be chosen again once it was mended.
            void send(input.files?.[0]).finally(() => {
              input.value = '';
            });
          }}
        />
        <strong>{t('ui.file.choose')}</strong>
        <span className="soft">{t('ui.file.drop')}</span>
      </label>
      <p className="soft small" role="status">
        {upload.sending ? t('ui.file.sending', { name }) : name}
      </p>
    </Stack>
  );
}
