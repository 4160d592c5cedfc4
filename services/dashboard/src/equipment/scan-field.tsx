import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { Row } from '../ui/layout.js';

/** A field that a scanner types into, one tag after the other: each is handed on and the field is ready for the next. */
export function ScanField(props: { readonly act: string; readonly onTag: (tag: string) => void }) {
  const t = useWords();
  const [tag, setTag] = useState('');
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const scanned = tag.trim();
        if (scanned === '') return;
        props.onTag(scanned);
        setTag('');
        field.current?.focus();
      }}
    >
      <Row gap={8} align="end">
        <TextInput
          flex="1 1 160px"
          ref={field}
          label={t('transfer.scan')}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
          autoComplete="off"
        />
        <Button type="submit" variant="default">
          {props.act}
        </Button>
      </Row>
    </form>
  );
}
