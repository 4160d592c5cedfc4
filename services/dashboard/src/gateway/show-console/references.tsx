import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../app/client.js';
import { useWords } from '../../i18n/words.js';
import { Sheet, Stack } from '../../ui/layout.js';

/** What there is to ask for: the schema of the whole, as a file that editors and generators read. */
export function References() {
  const t = useWords();
  const client = useClient();
  const [failed, setFailed] = useState(false);
  const download = async () => {
    setFailed(false);
    try {
      const { readSchema } = await import('./read-schema.js');
      const sdl = await readSchema(client);
      const address = URL.createObjectURL(new Blob([sdl], { type: 'text/plain' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = 'passerelle.graphql';
      link.click();
      URL.revokeObjectURL(address);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Sheet title={t('console.references')}>
      <Stack gap={8}>
        <Button variant="default" onClick={() => void download()}>
          {t('console.schema')}
        </Button>
        {failed ? <p role="alert">{t('console.unreachable')}</p> : null}
        <p className="soft">{t('console.referencesSay')}</p>
      </Stack>
    </Sheet>
  );
}
