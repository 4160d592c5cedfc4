import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const VERSIONS = graphql(`
  query ProjectionVersions {
    projectionVersions {
      version
      state
      beganAt
      switchedAt
      read
      known
      differences {
        branch
        month
        kind
        what
      }
    }
  }
`);
type Version = NonNullable<ResultOf<typeof VERSIONS>['projectionVersions']>[number];

const BEGIN = graphql(`
  mutation BeginRebuild {
    beginRebuild {
      version
    }
  }
`);
const SWITCH = graphql(`
  mutation SwitchProjection($version: Int!) {
    switchProjection(version: $version) {
      version
    }
  }
`);
const DROP = graphql(`
  mutation DropProjection($version: Int!) {
    dropProjection(version: $version) {
      version
    }
  }
`);

const WHILE_LOADING_MS = 2_000;

/** The versions of the figures side by side: what readers see, what is being counted anew, and what differs. */
export function Rebuilds() {
  const t = useWords();
  const { newId } = useEnvironment();
  const mayMend = allowed(useIdentity(), 'MendEvents');
  const read = useRead(VERSIONS, {});
  const touches = [keyOf(VERSIONS)];
  const begin = useCommand(BEGIN, { touches });
  const versions = (read.data?.projectionVersions ?? []).filter(({ state }) => state !== 'RETIRED');
  const loading = versions.some(({ state }) => state === 'LOADING');
  const { again } = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is new at every turn and does the same
  useEffect(() => {
    if (!loading) return;
    const timer = setInterval(again, WHILE_LOADING_MS);
    return () => clearInterval(timer);
  }, [loading]);
  return (
    <Sheet
      title={t('rebuild.title')}
      aside={
        mayMend ? (
          <Button
            variant="default"
            aria-disabled={begin.sending || loading || undefined}
            onClick={() => void begin.send({}, newId())}
          >
            {t('rebuild.begin')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <p className="soft">{t('rebuild.explained')}</p>
        <RefusalSummary refusals={begin.refusals} />
        <Block read={read} at="projectionVersions" doing={t('rebuild.doing')}>
          {() => <VersionTable versions={versions} mayMend={mayMend} />}
        </Block>
      </Stack>
    </Sheet>
  );
}

function VersionTable({ versions, mayMend }: { readonly versions: readonly Version[]; readonly mayMend: boolean }) {
  const t = useWords();
  const format = useFormat();
  const [asked, setAsked] = useState<{ readonly version: number; readonly what: 'switch' | 'drop' }>();
  return (
    <>
      <DataTable
        caption={t('rebuild.title')}
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={<Empty reason="nothing-yet">{t('rebuild.none')}</Empty>}
        columns={[
          {
            id: 'version',
            label: t('rebuild.version'),
            phone: 'title',
            cell: ({ version, state }) => (
              <>
                {t('rebuild.number', { version })}{' '}
                <Chip tone={state === 'LIVE' ? 'good' : 'plain'}>{t(`rebuild.state.${state}`)}</Chip>
              </>
            ),
          },
          { id: 'began', label: t('rebuild.began'), cell: ({ beganAt }) => format.moment(beganAt) },
          {
            id: 'read',
            label: t('rebuild.read'),
            number: true,
            phone: 'main',
            cell: ({ read, known }) =>
              t('rebuild.progress', { read: format.number(read), known: format.number(known) }),
          },
          { id: 'differs', label: t('rebuild.differs'), cell: (version) => <Differences version={version} /> },
          ...(mayMend
            ? [
                {
                  id: 'do',
                  label: t('setAside.do'),
                  cell: ({ version, state }: Version) =>
                    state === 'STANDBY' ? (
                      <Row>
                        <Button size="compact-md" onClick={() => setAsked({ version, what: 'switch' })}>
                          {t('rebuild.switch')}
                        </Button>
                        <Button size="compact-md" variant="subtle" onClick={() => setAsked({ version, what: 'drop' })}>
                          {t('rebuild.drop')}
                        </Button>
                      </Row>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {asked ? <Confirm {...asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

/** Over the events both have counted; the live one differs from itself in nothing. */
function Differences({ version: { state, differences } }: { readonly version: Version }) {
  const t = useWords();
  const format = useFormat();
  if (state === 'LIVE') return <>{format.amount('DOES_NOT_APPLY')}</>;
  if (state === 'LOADING') return <>{t('rebuild.comparedLater')}</>;
  if (differences.length === 0) return <>{t('rebuild.same')}</>;
  return (
    <details>
      <summary>{t('rebuild.differences', { count: differences.length })}</summary>
      <ul className="plain small">
        {differences.map(({ branch, month, kind, what }) => (
          <li key={`${branch} ${month} ${kind}`}>
            {branch} · {month.slice(0, 7)} · {what}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Confirm(props: { readonly version: number; readonly what: 'switch' | 'drop'; readonly onClose: () => void }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const touches = [keyOf(VERSIONS)];
  const switching = useCommand(SWITCH, { touches });
  const dropping = useCommand(DROP, { touches });
  const { send, refusals, sending } = props.what === 'switch' ? switching : dropping;
  const title = t(`rebuild.${props.what}`);
  return (
    <FormDialog
      title={title}
      save={title}
      refusals={refusals}
      sending={sending}
      onSend={() => void send({ version: props.version }, newId()).then((done) => done && props.onClose())}
      onClose={props.onClose}
    >
      <p>{t(`rebuild.${props.what}What`, { version: props.version })}</p>
    </FormDialog>
  );
}
