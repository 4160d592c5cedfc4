import { ExportList } from '../../app/export/export-list.js';
import type { Cell, ListColumn } from '../../app/export/list-file.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { BRANCHES, type BranchListed, type MonthFigure } from '../branch-list-query.js';

/** The branches of the network as a file, with their month so far for whoever may see figures. */
export function ExportBranches(props: {
  readonly figure?: ((id: MonthFigure, code: string) => Cell) | undefined;
  /** The days that the figures speak of, in words. */
  readonly period: string;
}) {
  const t = useWords();
  const label = useLabel();
  const { figure } = props;
  const columns: readonly ListColumn<BranchListed>[] = [
    { label: t('branch.city'), means: 'city', value: ({ city }) => city },
    { label: t('branch.code'), means: 'branchCode', value: ({ code }) => code },
    { label: t('branch.state'), means: 'branchState', value: ({ state }) => state && label('BranchState', state) },
    { label: t('branch.openedOn'), means: 'openedOn', value: ({ openedOn }) => openedOn },
  ];
  const month: readonly ListColumn<BranchListed>[] = figure
    ? [
        { label: t('figures.acts'), means: 'acts', value: ({ code }) => figure('acts', code) },
        { label: t('figures.sessions'), means: 'sessionsHeld', value: ({ code }) => figure('sessions', code) },
        { label: t('figures.devices'), means: 'devicesSold', value: ({ code }) => figure('devices', code) },
      ]
    : [];
  return (
    <ExportList
      document={BRANCHES}
      variables={{}}
      pageOf={({ branches }) => branches}
      columns={[...columns, ...month]}
      file="antennes"
      head={{
        title: t('page.branches'),
        scope: t('top.network'),
        filters: figure ? [props.period] : [],
        states: [
          [label('BranchState', 'OPEN'), 'BRANCH_OPEN'],
          [label('BranchState', 'CLOSED'), 'BRANCH_CLOSED'],
        ],
      }}
    />
  );
}
