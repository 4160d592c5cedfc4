import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { Sparkline } from '../../ui/sparkline.js';
import { useNarrow } from '../../ui/use-narrow.js';
import type { FiguresView } from './use-figures.js';

/** Asked apart: no figure waits for its curve, and no live tick asks for a year again. */
const LAST_MONTHS = graphql(`
  query LastMonths($input: FiguresInput!) {
    figures(input: $input) {
      lastMonths(of: [UNIQUE_PEOPLE, SUPPORT_ACTS, SESSIONS_HELD, ATTENDANCE_RATE, DEVICES_SOLD, TAKINGS]) {
        code
        months {
          value
        }
      }
    }
  }
`);

/** The shape of the twelve months that end with the period; nothing on a phone, where there is no room for it. */
export function LastMonths({ view, code }: { readonly view: FiguresView; readonly code: string }) {
  const narrow = useNarrow();
  const { from, to, compare: _compare, ...what } = view.input;
  const read = useRead(LAST_MONTHS, { input: { from, to, ...what } }, { enabled: !narrow });
  const found = read.data?.figures?.lastMonths?.find((figure) => figure.code === code);
  if (narrow || !found) return null;
  return <Sparkline points={found.months.flatMap(({ value }) => value ?? [])} />;
}
