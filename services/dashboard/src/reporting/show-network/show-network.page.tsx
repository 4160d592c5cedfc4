import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { useLive, useTicks } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Halves, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty, Loading, RefreshBar } from '../../ui/states.js';
import { FigureTiles, useSpan } from '../figures/figure-tiles.js';
import { FigureTrend } from '../figures/figure-trend.js';
import { DEFINITIONS, RECENT } from '../figures/figures-query.js';
import { type FiguresView, useFigures } from '../figures/use-figures.js';
import { ViewControls } from '../figures/view-controls.js';

/** What is rarely there, and what stands below the figures and the curve, comes after them. */
const FigureBreakdowns = lazy(async () => ({
  default: (await import('../figures/figure-breakdowns.js')).FigureBreakdowns,
}));
const EquipmentSheet = lazy(async () => ({ default: (await import('../figures/equipment-sheet.js')).EquipmentSheet }));
const SessionSheet = lazy(async () => ({ default: (await import('../figures/session-sheet.js')).SessionSheet }));
const SupportSheet = lazy(async () => ({ default: (await import('../figures/support-sheet.js')).SupportSheet }));
const ProgressSheet = lazy(async () => ({ default: (await import('../figures/progress-sheet.js')).ProgressSheet }));
// Menu and spreadsheet writer are wanted after the figures, never before them.
const ShareView = lazy(async () => ({ default: (await import('../figures/share-view.js')).ShareView }));

// What proves the figures is read after them.
const ProofSheet = lazy(async () => ({ default: (await import('../figures/proof-sheet.js')).ProofSheet }));

// The country's outline comes right after the figures, in the place kept for it.
const FranceMap = lazy(async () => ({ default: (await import('../../ui/france-map.js')).FranceMap }));

const MAP = graphql(`
  query NetworkMap {
    branches(first: 100) {
      items {
        code
        city
        latitude
        longitude
        state
      }
    }
  }
`);

/** The national figures: tiles, trend, map, breakdowns, and what has just moved. */
export function Page() {
  const t = useWords();
  const span = useSpan();
  const scope = useScope();
  const identity = useIdentity();
  const [frozen, setFrozen] = useState(false);
  const view = useFigures(scope.all ? null : scope.branches, frozen);
  return (
    <Stack gap={24}>
      <RefreshBar refreshing={view.figures.refreshing} />
      <PageHead
        title={t('page.network')}
        context={span(view.period.from, view.period.to)}
        aside={
          view.asOf === null ? (
            <Button variant="default" aria-pressed={frozen} onClick={() => setFrozen(!frozen)}>
              {t(frozen ? 'figures.unfreeze' : 'figures.freeze')}
            </Button>
          ) : null
        }
        action={
          <Suspense fallback={null}>
            <ShareView view={view} scope={scope.all ? t('page.network') : scope.branches.join(', ')} />
          </Suspense>
        }
      />
      <ViewControls view={view} />
      <Block read={view.figures} at="figures" doing={t('figures.doing')} lines={6}>
        {() => (
          <Stack gap={24}>
            <FigureTiles view={view} frozen={frozen} />
            <Halves>
              <Sheet>
                <FigureTrend view={view} />
              </Sheet>
              <Sheet>
                <NetworkMap view={view} />
              </Sheet>
            </Halves>
          </Stack>
        )}
      </Block>
      <Suspense fallback={<Loading />}>
        <FigureBreakdowns view={view} />
        <SessionSheet view={view} />
        <EquipmentSheet view={view} />
        <ProgressSheet view={view} />
        <SupportSheet view={view} />
      </Suspense>
      <Halves>
        {view.asOf === null ? <Recent frozen={frozen} /> : null}
        <Definitions />
      </Halves>
      {allowed(identity, 'ReadProofs') ? (
        <Suspense fallback={<Loading lines={2} />}>
          <ProofSheet />
        </Suspense>
      ) : null}
    </Stack>
  );
}

function NetworkMap({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const navigate = useNavigate();
  const { now } = useEnvironment();
  const map = useRead(MAP, {});
  const [pulses, setPulses] = useState<Readonly<Record<string, number>>>({});
  useTicks((tick) => setPulses((before) => ({ ...before, [tick.branch]: now().getTime() })));
  const values = new Map(view.figures.data?.figures?.byBranch?.map((row) => [row.branch?.code, row.value]));
  return (
    <Block read={map} at="branches" doing={t('figures.doing')}>
      {({ branches }) => (
        <Suspense fallback={<Loading lines={10} />}>
          <FranceMap
            title={t('figures.map')}
            valueLabel={t('figures.mapValue')}
            onOpen={(code) => void navigate({ to: `/branches/${code}` })}
            columns={[
              {
                id: 'open',
                label: t('figures.open'),
                cell: (dot) => <PageLink href={`/branches/${dot.code}`}>{dot.city}</PageLink>,
              },
            ]}
            dots={(branches?.items ?? []).map((branch) => ({
              code: branch.code,
              city: branch.city ?? branch.code,
              latitude: branch.latitude ?? 0,
              longitude: branch.longitude ?? 0,
              value: values.get(branch.code) ?? 0,
              state: branch.state === 'CLOSED' ? ('closed' as const) : ('fresh' as const),
              ...(pulses[branch.code] === undefined ? {} : { pulse: pulses[branch.code] }),
            }))}
          />
        </Suspense>
      )}
    </Block>
  );
}

function Recent({ frozen }: { readonly frozen: boolean }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { language } = useLanguage();
  const recent = useRead(RECENT, {});
  const definitions = useRead(DEFINITIONS, {});
  useLive([recent.key], ['*'], frozen);
  const label = (code: string) => {
    const found = definitions.data?.indicators?.find((indicator) => indicator.code === code);
    return (language === 'en' ? found?.labelEn : found?.labelFr) ?? code;
  };
  return (
    <Sheet title={t('figures.recent')}>
      <Block read={recent} at="recentChanges" doing={t('figures.doing')}>
        {({ recentChanges }) =>
          recentChanges && recentChanges.length > 0 ? (
            <ol className="plain">
              {recentChanges.map((change) => (
                <li key={change.id}>
                  <Row apart gap={8}>
                    <span>
                      {names.of(change.branch?.code ?? '')} · {label(change.code)}{' '}
                      <span className="number">
                        {change.code === 'TAKINGS' || change.code === 'MARKET_VALUE'
                          ? format.money(change.value)
                          : format.change(change.value, 'count')}
                      </span>
                    </span>
                    <span className="soft small">{format.time(change.at)}</span>
                  </Row>
                </li>
              ))}
            </ol>
          ) : (
            <Empty reason="nothing-yet">{t('figures.recent.none')}</Empty>
          )
        }
      </Block>
    </Sheet>
  );
}

function Definitions() {
  const t = useWords();
  const { language } = useLanguage();
  const definitions = useRead(DEFINITIONS, {});
  return (
    <Sheet title={t('figures.definitions')}>
      <dl>
        {(definitions.data?.indicators ?? []).map((indicator) => (
          <div key={indicator.code}>
            <dt>{language === 'en' ? indicator.labelEn : indicator.labelFr}</dt>
            <dd className="soft small">{language === 'en' ? indicator.definitionEn : indicator.definitionFr}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
