import type { ReactNode } from 'react';
import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useWords } from '../../i18n/words.js';
import { Empty } from '../../ui/states.js';
import { ofHelper } from './of-helper.js';
import type { SessionRow } from './sessions-table.js';

const SHIFTS = graphql(`
  query ShiftsOfHelper($branch: String, $helper: UUID!, $from: DateTime!, $until: DateTime!, $after: String) {
    shifts(branch: $branch, memberId: $helper, from: $from, until: $until, first: 100, after: $after) {
      endCursor
      items {
        id
        startsAt
        endsAt
        needed
        taken
        state
        place {
          id
          name
        }
      }
    }
  }
`);

interface Props {
  readonly branch: string;
  readonly helper: string;
  readonly placeId: string | null;
  readonly from: string;
  readonly until: string;
  readonly sessions: readonly SessionRow[];
  readonly children: (rows: readonly SessionRow[]) => ReactNode;
}

/** The week of one helper: their shifts among the sessions they help with. */
export function HelperWeek(props: Props) {
  return (
    <TeamLanguage>
      <Rows {...props} />
    </TeamLanguage>
  );
}

function Rows({ branch, helper, placeId, from, until, sessions, children }: Props) {
  const t = useWords();
  const read = usePages(SHIFTS, { branch, helper, from, until }, ({ shifts }) => shifts);
  const here = read.items.filter(({ place }) => placeId === null || place.id === placeId);
  return (
    <Block read={read} at="shifts" doing={t('shifts.doing')} lines={8}>
      {() => {
        const rows = ofHelper(sessions, here, t('week.shift'));
        return rows.length === 0 ? <Empty reason="nothing-yet">{t('week.noShift')}</Empty> : children(rows);
      }}
    </Block>
  );
}
