import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useServiceName } from '../../app/service-name.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { EvidenceLanguage } from '../../i18n/evidence-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Sheet, Stack } from '../../ui/layout.js';
import { DEFINITIONS } from './figures-query.js';

const LATEST = graphql(`
  query LatestProof {
    proofs(first: 1) {
      items {
        id
        state
        askedAt
        endedAt
        facts
        days
        waitingDays
        setAside
        differences {
          id
          source
          day
          eventType
          code
          branch
          expected
          found
        }
      }
    }
  }
`);
const PROVE = graphql(`
  mutation ProveFigures {
    proveFigures {
      id
    }
  }
`);
const AGAIN_MS = 3_000;

/** Whether the figures were proven, in one sentence; what was found wrong, by source, day and counts. */
export function ProofSheet() {
  return (
    <EvidenceLanguage>
      <LatestProof />
    </EvidenceLanguage>
  );
}

function LatestProof() {
  const t = useWords();
  const identity = useIdentity();
  const { newId } = useEnvironment();
  const read = useRead(LATEST, {});
  const prove = useCommand(PROVE, { touches: [read.key] });
  const proof = read.data?.proofs?.items?.[0];
  const running = proof?.state === 'ASKED';
  const { again } = read;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, again]);
  return (
    <Sheet
      title={t('proof.title')}
      aside={
        allowed(identity, 'ProveFigures') ? (
          <Button variant="default" disabled={running || prove.sending} onClick={() => void prove.send({}, newId())}>
            {t('proof.now')}
          </Button>
        ) : null
      }
    >
      <RefusalSummary refusals={prove.refusals} />
      <Block read={read} at="proofs" doing={t('proof.doing')} lines={2}>
        {({ proofs }) => {
          const latest = proofs?.items?.[0];
          return latest ? <Told proof={latest} /> : <p className="soft">{t('proof.none')}</p>;
        }}
      </Block>
    </Sheet>
  );
}

interface Told {
  readonly state: 'ASKED' | 'RIGHT' | 'WRONG' | 'FAILED';
  readonly askedAt: string;
  readonly endedAt: string | null;
  readonly facts: number | null;
  readonly waitingDays: number | null;
  readonly setAside: number | null;
  readonly differences: readonly Difference[];
}
interface Difference {
  readonly id: string;
  readonly source: string | null;
  readonly day: string;
  readonly code: string | null;
  readonly branch: string | null;
  readonly expected: number;
  readonly found: number;
}

const SENTENCES = {
  ASKED: 'proof.running',
  RIGHT: 'proof.right',
  WRONG: 'proof.wrong',
  FAILED: 'proof.failed',
} as const;

function Told({ proof }: { readonly proof: Told }) {
  const t = useWords();
  const format = useFormat();
  const at = format.moment(proof.endedAt ?? proof.askedAt);
  const values = { at, facts: format.number(proof.facts ?? 0), count: proof.differences.length };
  const tone = { ASKED: 'note', RIGHT: 'good', WRONG: 'wrong', FAILED: 'care' } as const;
  return (
    <Stack>
      <div role="status">
        <Notice tone={tone[proof.state]}>{t(SENTENCES[proof.state], values)}</Notice>
      </div>
      {proof.waitingDays ? <p className="soft small">{t('proof.waiting', { count: proof.waitingDays })}</p> : null}
      {proof.setAside ? <p className="soft small">{t('known.setAside', { count: proof.setAside })}</p> : null}
      {proof.differences.length > 0 ? <Differences differences={proof.differences} /> : null}
    </Stack>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const nameOfService = useServiceName();
  const { language } = useLanguage();
  const definitions = useRead(DEFINITIONS, {});
  const figure = (code: string) => {
    const found = definitions.data?.indicators?.find((indicator) => indicator.code === code);
    return (language === 'en' ? found?.labelEn : found?.labelFr) ?? code;
  };
  return (
    <DataTable
      caption={t('proof.differences')}
      rows={differences}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'where',
          label: t('proof.where'),
          phone: 'title',
          cell: ({ source, code, branch }) =>
            source
              ? t('proof.ledger', { service: nameOfService(source) })
              : t('proof.sum', {
                  figure: figure(code ?? ''),
                  branch: branch && branch !== '--' ? names.of(branch) : t('page.network'),
                }),
        },
        { id: 'day', label: t('proof.day'), cell: ({ day }) => format.day(`${day}T12:00:00Z`, 'short') },
        { id: 'expected', label: t('proof.expected'), number: true, cell: (row) => format.number(row.expected) },
        { id: 'found', label: t('proof.found'), number: true, phone: 'main', cell: (row) => format.number(row.found) },
      ]}
    />
  );
}
