import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { unreachable } from '../../app/graphql.js';
import { useServiceName } from '../../app/service-name.js';
import { useIdentity, useSession } from '../../app/session.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { Empty, ErrorBlock, Loading } from '../../ui/states.js';
import { type Letter, type Letters, OperationRefused, type Outcome, operate } from './set-aside-letters.js';

const PAGE = 50;
/** Of a content so much is shown: enough to know it by. */
const SHOWN = 4_000;
const REASONS = ['INVALID', 'UNKNOWN_VERSION', 'GAP', 'FORK', 'HANDLER_FAILED', 'BEHIND_PARKED'] as const;

/** What one service has set aside: why, what it says, and the two ways out of it. */
export function SetAside({ service }: { readonly service: string }) {
  const t = useWords();
  const { tokens } = useSession();
  const nameOf = useServiceName();
  const read = useInfiniteQuery({
    queryKey: ['set-aside', service],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) =>
      operate<Letters>(await tokens.current(), { service, do: 'list', after: pageParam, first: PAGE }),
    getNextPageParam: ({ endCursor }) => endCursor,
  });
  const letters = read.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Sheet title={t('setAside.title', { service: nameOf(service) })}>
      {read.isError ? (
        <ErrorBlock doing={t('setAside.doing')} onRetry={() => void read.refetch()} />
      ) : read.isLoading ? (
        <Loading />
      ) : (
        <LetterTable
          service={service}
          letters={letters}
          onMore={read.hasNextPage ? () => void read.fetchNextPage() : undefined}
          loadingMore={read.isFetchingNextPage}
        />
      )}
    </Sheet>
  );
}

function LetterTable(props: {
  readonly service: string;
  readonly letters: readonly Letter[];
  readonly onMore: (() => void) | undefined;
  readonly loadingMore: boolean;
}) {
  const t = useWords();
  const format = useFormat();
  const mayMend = allowed(useIdentity(), 'MendEvents');
  const mending = useMending(props.service);
  const [discarding, setDiscarding] = useState<Letter>();
  const nameOf = (reason: string) => {
    const known = REASONS.find((one) => one === reason);
    return known ? t(`setAside.reason.${known}`) : reason;
  };
  return (
    <Stack>
      <p className="soft">{t('setAside.explained')}</p>
      {mending.outcome ? <Notice tone="note" title={t('setAside.outcome', { ...mending.outcome })} /> : null}
      <RefusalSummary refusals={discarding ? [] : mending.refusals} />
      <DataTable
        caption={t('status.setAside')}
        rows={props.letters}
        rowKey={({ topic, partition, offset }) => `${topic}/${partition}/${offset}`}
        onMore={props.onMore}
        loadingMore={props.loadingMore}
        empty={<Empty reason="nothing-yet">{t('setAside.none')}</Empty>}
        columns={[
          { id: 'at', label: t('setAside.at'), cell: ({ setAsideAt }) => format.moment(setAsideAt) },
          { id: 'reason', label: t('setAside.reason'), phone: 'title', cell: ({ reason }) => nameOf(reason) },
          { id: 'what', label: t('setAside.what'), cell: (letter) => <Content letter={letter} /> },
          ...(mayMend
            ? [
                {
                  id: 'do',
                  label: t('setAside.do'),
                  cell: (letter: Letter) => (
                    <Row>
                      <Button
                        size="compact-md"
                        variant="default"
                        aria-disabled={mending.busy || undefined}
                        onClick={() => void mending.mend({ do: 'replay', topic: letter.topic, key: letter.key })}
                      >
                        {t('setAside.replay')}
                      </Button>
                      <Button size="compact-md" variant="subtle" onClick={() => setDiscarding(letter)}>
                        {t('setAside.discard')}
                      </Button>
                    </Row>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ReasonDialog
        opened={discarding !== undefined}
        title={t('setAside.discard')}
        consequence={t('setAside.discardWhat')}
        confirm={t('setAside.discard')}
        refusals={mending.refusals}
        sending={mending.busy}
        onConfirm={(reason) =>
          void mending
            .mend({ do: 'discard', topic: discarding?.topic, key: discarding?.key ?? null, reason })
            .then((done) => done && setDiscarding(undefined))
        }
        onClose={() => setDiscarding(undefined)}
      />
    </Stack>
  );
}

/** What it says, as it came: announcements name nobody, so an administrator may read them. */
function Content({ letter }: { readonly letter: Letter }) {
  const t = useWords();
  return (
    <details>
      <summary className="mono small">{letter.type ?? letter.topic}</summary>
      <p className="small">
        {letter.topic} · {letter.key ?? '–'}
      </p>
      {letter.detail ? <p className="small">{letter.detail}</p> : null}
      {letter.trace ? <p className="mono small">{t('setAside.trace', { trace: letter.trace })}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long content scrolls by keyboard only if it takes the focus */}
      <pre className="mono small" tabIndex={0}>
        {letter.payload?.slice(0, SHOWN) ?? '–'}
      </pre>
    </details>
  );
}

/** Tries again or lets go, one thing at a time; afterwards list and counts are asked anew. */
function useMending(service: string) {
  const { tokens } = useSession();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const mend = async (what: Readonly<Record<string, unknown>>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setRefusals([]);
    try {
      setOutcome(await operate<Outcome>(await tokens.current(), { service, ...what }));
      await cache.invalidateQueries({ queryKey: ['set-aside', service] });
      await cache.invalidateQueries({ queryKey: ['status'] });
      return true;
    } catch (error) {
      setRefusals(error instanceof OperationRefused && error.refusals.length > 0 ? error.refusals : [unreachable()]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { mend, busy, outcome, refusals };
}
