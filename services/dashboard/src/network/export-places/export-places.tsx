import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { download } from '../../ui/download.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import type { PlaceChoice } from '../list-places/use-place-view.js';

const EXPORT = graphql(`
  query ExportPlaces($branch: String, $communeCode: String, $service: PlaceService, $complete: Boolean, $text: String) {
    exportPlaces(branch: $branch, communeCode: $communeCode, service: $service, complete: $complete, text: $text) {
      name
      mediaType
      content
      rows
    }
  }
`);

/** The places in view as the national standard's own CSV, which any of its tools can read. */
export function ExportPlaces({ choice, main }: { readonly choice: PlaceChoice; readonly main: boolean }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const fetched = useCommand(EXPORT);
  const [rows, setRows] = useState<number>();
  const save = async () => {
    const file = (await fetched.send({ ...choice }, newId()))?.exportPlaces;
    if (!file) return;
    download(file.name, file.content, file.mediaType);
    setRows(file.rows);
  };
  return (
    <>
      <Button
        variant={main ? 'filled' : 'default'}
        aria-disabled={fetched.sending || undefined}
        onClick={() => void save()}
      >
        {t('place.export')}
      </Button>
      <span className="unseen" role="status">
        {rows === undefined ? '' : t('place.exported', { count: rows })}
      </span>
      <RefusalSummary refusals={fetched.refusals} />
    </>
  );
}
