import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { allowed } from '../../app/claims.js';
import { useServiceName } from '../../app/service-name.js';
import { useIdentity, useSession } from '../../app/session.js';
import { GatewayLanguage } from '../../i18n/gateway-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Notice, PageHead, Sheet, Stack, type Tone } from '../../ui/layout.js';
import { Empty, ErrorBlock, Loading } from '../../ui/states.js';
import { ailing, readStates, type ServiceState, setAsideIn } from './service-state.js';

// Whether everything flows comes first; what is there to mend, after it.
const Rebuilds = lazy(async () => ({ default: (await import('./rebuilds.js')).Rebuilds }));
const SetAside = lazy(async () => ({ default: (await import('./set-aside.js')).SetAside }));
const ProofSheet = lazy(async () => ({ default: (await import('../../reporting/figures/proof-sheet.js')).ProofSheet }));

const AGAIN_MS = 5_000;
const TONES: Readonly<Record<ServiceState['state'], Tone>> = {
  WELL: 'good',
  BEHIND: 'care',
  NO_DATABASE: 'wrong',
  SILENT: 'wrong',
};

/** Whether everything flows, in one sentence; then each service: since when, what it has to catch up, what people notice. */
export function Page() {
  return (
    <GatewayLanguage>
      <Status />
    </GatewayLanguage>
  );
}

function Status() {
  const t = useWords();
  const { tokens } = useSession();
  const read = useQuery({
    queryKey: ['status'],
    refetchInterval: AGAIN_MS,
    queryFn: async ({ signal }) => {
      const headers = { authorization: `Bearer ${await tokens.current()}` };
      const answer = await fetch('/health/services', { headers, signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return readStates(await answer.json());
    },
  });
  return (
    <Stack gap={24}>
      <PageHead title={t('page.status')} context={t('status.context')} />
      {read.isError ? (
        <ErrorBlock doing={t('status.doing')} onRetry={() => void read.refetch()} />
      ) : read.data ? (
        <States states={read.data} />
      ) : (
        <Loading />
      )}
      <Suspense fallback={<Loading lines={2} />}>
        <ProofSheet />
      </Suspense>
    </Stack>
  );
}

function States({ states }: { readonly states: readonly ServiceState[] }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const nameOf = useServiceName();
  // Only who may mend events may read what they say.
  const mayMend = allowed(useIdentity(), 'MendEvents');
  const age = (instant: string) => format.age(Math.max(0, now().getTime() - Date.parse(instant)));
  return (
    <>
      <Summary states={states} />
      <Sheet title={t('status.services')}>
        <DataTable
          caption={t('status.services')}
          rows={states}
          rowKey={({ service }) => service}
          empty={<Empty reason="nothing-yet">{t('status.none')}</Empty>}
          columns={[
            { id: 'service', label: t('status.service'), phone: 'title', cell: ({ service }) => nameOf(service) },
            {
              id: 'state',
              label: t('status.state'),
              cell: ({ state }) => <Chip tone={TONES[state]}>{t(`status.state.${state}`)}</Chip>,
            },
            { id: 'since', label: t('status.since'), cell: ({ since }) => format.moment(since) },
            {
              id: 'sent',
              label: t('status.sentUpTo'),
              cell: ({ sentUpTo }) =>
                sentUpTo ? t('status.ago', { age: age(sentUpTo) }) : format.amount('NOT_AVAILABLE'),
            },
            {
              id: 'unread',
              label: t('status.unread'),
              number: true,
              cell: ({ unread }) => format.amount(unread ?? 'NOT_AVAILABLE'),
            },
            {
              id: 'setAside',
              label: t('status.setAside'),
              number: true,
              phone: 'main',
              cell: ({ setAside }) => format.amount(setAside ?? 'NOT_AVAILABLE'),
            },
          ]}
        />
      </Sheet>
      <Suspense fallback={<Loading />}>
        {mayMend
          ? states
              .filter(({ setAside }) => (setAside ?? 0) > 0)
              .map(({ service }) => <SetAside key={service} service={service} />)
          : null}
        <Rebuilds />
      </Suspense>
    </>
  );
}

/** The sentence an administrator came for, and under it what the people in the branches notice. */
function Summary({ states }: { readonly states: readonly ServiceState[] }) {
  const t = useWords();
  const format = useFormat();
  const nameOf = useServiceName();
  const [worst, ...others] = ailing(states);
  const aside = setAsideIn(states);
  if (!worst && aside === 0) return <Notice tone="good" title={t('status.allFlows')} />;
  return (
    <Stack gap={8}>
      {[worst, ...others].map((found) =>
        found ? (
          <Notice
            key={found.service}
            tone={TONES[found.state]}
            title={t(`status.says.${found.state}`, {
              service: nameOf(found.service),
              since: format.time(found.since),
              unread: found.unread ?? 0,
            })}
          >
            {found.state === 'BEHIND' ? t('status.notice.behind') : <Noticed service={found.service} />}
          </Notice>
        ) : null,
      )}
      {aside > 0 ? (
        <Notice tone="care" title={t('status.says.setAside', { count: aside })}>
          {t('status.notice.setAside')}
        </Notice>
      ) : null}
    </Stack>
  );
}

const NOTICED = ['network', 'beneficiaries', 'workshops', 'equipment', 'reporting'] as const;

function Noticed({ service }: { readonly service: string }) {
  const t = useWords();
  const known = NOTICED.find((name) => name === service);
  return known ? t(`status.notice.${known}`) : null;
}
