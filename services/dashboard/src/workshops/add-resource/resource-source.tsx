import { Input } from '@mantine/core';
import { useState } from 'react';
import { useUpload } from '../../app/use-upload.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FormField, RefusalSummary } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';

/** What a version consists of, as it is being entered. */
export interface SourceTyped {
  readonly url: string;
  readonly fileId: string | null;
}

const KINDS = '.pdf,.png,.jpg,.jpeg,.odt,.odp,.ods,.docx,.pptx,.xlsx';
const LIBRARY = { to: '/files/resources', megabytes: 5 };

/** A file, sent as soon as it is chosen, or an address. */
export function ResourceSource(props: { readonly value: SourceTyped; readonly onChange: (to: SourceTyped) => void }) {
  const t = useWords();
  const upload = useUpload(LIBRARY);
  const [name, setName] = useState('');
  const send = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    const fileId = await upload.send(file);
    props.onChange({ ...props.value, fileId: fileId ?? null });
  };
  const state = upload.sending ? 'resource.sending' : props.value.fileId ? 'resource.sent' : undefined;
  return (
    <Stack gap={12}>
      <p className="soft small">{t('resource.fileOrUrl')}</p>
      <RefusalSummary refusals={upload.refusals} />
      <FormField path="input.fileId" label={t('resource.file')}>
        {({ id, name: field, label, error }) => (
          <Input.Wrapper id={id} label={label} error={error}>
            <input
              id={id}
              name={field}
              type="file"
              accept={KINDS}
              style={{ maxWidth: '100%' }}
              onChange={(event) => void send(event.currentTarget.files?.[0])}
            />
          </Input.Wrapper>
        )}
      </FormField>
      <p className="soft small" role="status">
        {state ? t(state, { name }) : ''}
      </p>
      <TextField
        path="url"
        label={t('resource.url')}
        value={props.value.url}
        onChange={(url) => props.onChange({ ...props.value, url })}
      />
    </Stack>
  );
}

/** The source as the service takes it. */
export function sourceOf({ url, fileId }: SourceTyped) {
  return { url: url.trim() || null, fileId };
}
