import { lazy, type ReactNode, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Columns, Sheet, Stack } from '../../ui/layout.js';
import { Loading, RefreshBar } from '../../ui/states.js';
import type { FigureValue } from '../figures/change-of.js';
import { FigureTiles, useSpan } from '../figures/figure-tiles.js';
import { FigureTrend } from '../figures/figure-trend.js';
import { type FiguresView, useFigures } from '../figures/use-figures.js';
import { ViewControls } from '../figures/view-controls.js';
import { besideNetwork } from './beside-network.js';
import { BranchHead, type BranchShown } from './branch-head.js';
import { NETWORK_FIGURES } from './branch-query.js';

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

/** The page of a branch with its figures; `sheets` stand beside the curve. */
export function BranchFigures(props: {
  readonly code: string;
  readonly branch: BranchShown | null | undefined;
  readonly sheets: ReactNode;
}) {
  const t = useWords();
  const span = useSpan();
  const names = useBranchName();
  const view = useFigures([props.code], false);
  return (
    <Stack gap={24}>
      <RefreshBar refreshing={view.figures.refreshing} />
      <BranchHead
        code={props.code}
        branch={props.branch}
        about={span(view.period.from, view.period.to)}
        action={
          <Suspense fallback={null}>
            <ShareView view={view} scope={names.of(props.code)} />
          </Suspense>
        }
      />
      <ViewControls view={view} />
      <Block read={view.figures} at="figures" doing={t('figures.doing')} lines={6}>
        {() => <BranchTiles view={view} />}
      </Block>
      <Columns>
        <Sheet>
          <Block read={view.figures} at="figures" doing={t('figures.doing')} lines={6}>
            {() => <FigureTrend view={view} />}
          </Block>
        </Sheet>
        {props.sheets}
      </Columns>
      <Suspense fallback={<Loading />}>
        <FigureBreakdowns view={view} />
        <SessionSheet view={view} />
        <EquipmentSheet view={view} />
        <ProgressSheet view={view} />
        <SupportSheet view={view} />
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
