import { useState } from 'react';
import { useUpload } from '../../app/use-upload.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import css from './import.module.css';

/** A file dropped or chosen, sent at once. */
export function ChooseFile({ onSent }: { readonly onSent: (fileId: string) => void }) {
  const t = useWords();
  const upload = useUpload();
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
          accept=".csv,.json,.txt,.tsv,text/csv,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            // Emptied afterwards, so that the same file can be chosen again once it was mended.
            void send(input.files?.[0]).finally(() => {
              input.value = '';
            });
          }}
        />
        <strong>{t('import.choose')}</strong>
        <span className="soft">{t('import.drop')}</span>
      </label>
      <p className="soft small" role="status">
        {upload.sending ? t('import.sending', { name }) : name}
      </p>
    </Stack>
  );
}
