import { Button } from '@mantine/core';
import { useState } from 'react';
import { readError, unreachable } from '../../app/graphql.js';
import { useSession } from '../../app/session.js';
import { useWords } from '../../i18n/words.js';
import { download } from '../../ui/download.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row } from '../../ui/layout.js';
import type { RefusalShown } from '../../ui/refusal.js';

const MEDIA = { json: 'application/json', csv: 'text/csv;charset=utf-8' } as const;
type Format = keyof typeof MEDIA;

/** Hands out everything every service holds of a person: all of it, or a refusal and no file. */
export function ExportBeneficiary({ beneficiaryId }: { readonly beneficiaryId: string }) {
  const t = useWords();
  const { tokens } = useSession();
  const [stage, setStage] = useState<'idle' | 'reading' | 'done'>('idle');
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const save = async (format: Format) => {
    setStage('reading');
    setRefusals([]);
    try {
      const first = await ask(beneficiaryId, format, await tokens.current());
      const answer = first.status === 401 ? await ask(beneficiaryId, format, await tokens.renewed()) : first;
      if (answer.ok) download(`${beneficiaryId}.${format}`, await answer.text(), MEDIA[format]);
      else setRefusals(await refusalsIn(answer));
      setStage(answer.ok ? 'done' : 'idle');
    } catch {
      setRefusals([unreachable()]);
      setStage('idle');
    }
  };
  const reading = stage === 'reading';
  return (
    <>
      <Row gap={8}>
        {(['json', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            aria-disabled={reading || undefined}
            onClick={() => reading || void save(format)}
          >
            {t(`rights.export.${format}`)}
          </Button>
        ))}
      </Row>
      <span className="soft small" role="status">
        {stage === 'idle' ? '' : t(`rights.export.${stage}`)}
      </span>
      <RefusalSummary refusals={refusals} />
    </>
  );
}

function ask(beneficiaryId: string, format: Format, token: string): Promise<Response> {
  return fetch('/exports/person', {
    method: 'POST',
    body: JSON.stringify({ beneficiaryId, format }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
}

async function refusalsIn(answer: Response): Promise<RefusalShown[]> {
  const { errors } = (await answer.json()) as { errors?: Parameters<typeof readError>[0][] };
  return (errors ?? [{}]).map(readError);
}
