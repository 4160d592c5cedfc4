import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row } from '../../ui/layout.js';
import { savePaper } from '../../ui/save-paper.js';

const EXPORT = graphql(`
  query ExportConnectivity($branch: String, $month: LocalDate!) {
    exportConnectivity(branch: $branch, month: $month) {
      name
      mediaType
      base64
    }
  }
`);

/** The statement of the month as a file. */
export function ExportConnectivity(props: { readonly branch: string | null; readonly month: string }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const asked = useCommand(EXPORT);
  const [saved, setSaved] = useState('');
  const save = async () => {
    const file = (await asked.send(props, newId()))?.exportConnectivity;
    if (!file) return;
    savePaper(file);
    setSaved(file.name);
  };
  return (
    <Row>
      <RefusalSummary refusals={asked.refusals} />
      <span className="soft small" role="status">
        {saved ? t('connectivity.saved', { name: saved }) : ''}
      </span>
      <Button onClick={() => void save()}>{t('connectivity.export')}</Button>
    </Row>
  );
}
