import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Columns, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Loading, RefreshBar } from '../../ui/states.js';
import { FigureFilters, PeriodControls } from '../figures/figure-controls.js';
import { FigureEmptiness } from '../figures/figure-emptiness.js';
import { FigureTiles, type FigureValue, useSpan } from '../figures/figure-tiles.js';
import { FigureTrend } from '../figures/figure-trend.js';
import { type FiguresView, useFigures } from '../figures/use-figures.js';
import { besideNetwork } from './beside-network.js';
import { BRANCH, NETWORK_FIGURES } from './branch-query.js';
import { NextSessions, Places, StockByGrade } from './branch-sheets.js';

/** What is rarely there, and what stands below the figures and the curve, comes after them. */
const KnownOnControl = lazy(async () => ({ default: (await import('../figures/known-on.js')).KnownOnControl }));
const KnownOnNotice = lazy(async () => ({ default: (await import('../figures/known-on.js')).KnownOnNotice }));
const ClosedMonths = lazy(async () => ({ default: (await import('../figures/closed-months.js')).ClosedMonths }));
const FigureBreakdowns = lazy(async () => ({
  default: (await import('../figures/figure-breakdowns.js')).FigureBreakdowns,
}));
// Menu and spreadsheet writer are wanted after the figures, never before them.
const ShareView = lazy(async () => ({ default: (await import('../figures/share-view.js')).ShareView }));

/** One branch: its figures against its own past and the network, and what is next in it. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const span = useSpan();
  const names = useBranchName();
  const identity = useIdentity();
  const { code = '' } = useParams({ strict: false });
  const view = useFigures([code], false);
  const seesSessions = allowed(identity, 'ReadSessions');
  const seesStock = allowed(identity, 'ReadStock');
  const read = useRead(BRANCH, { code, sessions: seesSessions, stock: seesStock });
  useLive([read.key], [code]);
  const branch = read.data?.branch;
  const opened = branch ? t('branch.opened', { day: format.day(`${branch.openedOn}T12:00:00Z`, 'short') }) : '';
  return (
    <Stack gap={24}>
      <RefreshBar refreshing={view.figures.refreshing} />
      <PageHead
        title={names.of(code)}
        context={
          <Row gap={8}>
            {branch ? (
              <Chip tone={branch.state === 'OPEN' ? 'good' : 'plain'}>{t(`branch.state.${branch.state}`)}</Chip>
            ) : null}
            <span>{[opened, span(view.period.from, view.period.to)].filter(Boolean).join(' · ')}</span>
          </Row>
        }
        aside={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {t('branch.print')}
          </Button>
        }
        action={
          <Suspense fallback={null}>
            <ShareView view={view} scope={names.of(code)} />
          </Suspense>
        }
      />
      <PeriodControls view={view} />
      <Suspense fallback={<Loading lines={2} />}>
        <KnownOnControl view={view} />
        <KnownOnNotice asOf={view.asOf} found={view.figures.data?.figures} />
      </Suspense>
      <FigureFilters view={view} />
      <FigureEmptiness view={view} />
      <Suspense fallback={null}>
        <ClosedMonths view={view} />
      </Suspense>
      <Block read={view.figures} at="figures" doing={t('figures.doing')} lines={6}>
        {() => <BranchTiles view={view} />}
      </Block>
      <Columns>
        <Sheet>
          <Block read={view.figures} at="figures" doing={t('figures.doing')} lines={6}>
            {() => <FigureTrend view={view} />}
          </Block>
        </Sheet>
        {seesStock ? (
          <Sheet title={t('branch.stock')}>
            <Block read={read} at="branch.stockByGrade" doing={t('branch.doing')} lines={2}>
              {(data) => <StockByGrade stock={data.branch?.stockByGrade ?? []} />}
            </Block>
          </Sheet>
        ) : null}
        <Sheet title={t('branch.places')}>
          <Block read={read} at="places" doing={t('branch.doing')} lines={2}>
            {(data) => <Places places={data.places?.items ?? []} />}
          </Block>
        </Sheet>
        {seesSessions ? (
          <Sheet title={t('branch.next')}>
            <Block read={read} at="branch.nextSessions" doing={t('branch.doing')}>
              {(data) => <NextSessions sessions={data.branch?.nextSessions?.items ?? []} />}
            </Block>
          </Sheet>
        ) : null}
      </Columns>
      <Suspense fallback={<Loading />}>
        <FigureBreakdowns view={view} />
      </Suspense>
    </Stack>
  );
}

/** Three marks for each figure: the branch, its own past, and the network. */
function BranchTiles({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const format = useFormat();
  const identity = useIdentity();
  const seesNetwork = allowed(identity, 'ReadNetworkFigures');
  const network = useRead(
    NETWORK_FIGURES,
    { input: { ...view.period, ...view.filters.input, compare: 'NONE', asOf: view.asOf } },
    { enabled: seesNetwork },
  );
  useLive([network.key], ['*'], view.asOf !== null);
  const whole = new Map(network.data?.figures?.figures?.map((figure) => [String(figure.code), figure.value]));
  const beside = (figure: FigureValue) => {
    const mark = besideNetwork(figure, whole.get(figure.code) ?? null);
    if (!mark) return null;
    return (
      <p className="soft small">
        {mark.measure === 'points'
          ? t('figures.gap', { gap: format.change(mark.by, 'points') })
          : t('figures.shareOfNetwork', { share: format.share(mark.share) })}
      </p>
    );
  };
  return <FigureTiles view={view} frozen={false} {...(seesNetwork ? { beside } : {})} />;
}
