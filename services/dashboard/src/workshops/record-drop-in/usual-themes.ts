import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { shiftDays } from '../list-sessions/week.js';

const THEMES = graphql(`
  query UsualThemes($input: FiguresInput!) {
    figures(input: $input) {
      breakdown(of: SUPPORT_ACTS, by: THEME) {
        member
        value
      }
    }
  }
`);
const LOOKING_BACK_DAYS = 90;
/** What most people come for, where a branch has nothing behind it yet. */
const MOST_COMMON = 'ADMINISTRATIVE_HELP';

/** Themes with the most used of this branch in the last three months first; in the trade's order until that is known. */
export function useUsualThemes<T extends { readonly value: string }>(branch: string, themes: readonly T[]): T[] {
  const { now } = useEnvironment();
  const format = useFormat();
  const today = format.localDate(now());
  const input = { from: shiftDays(today, -LOOKING_BACK_DAYS), to: today, branches: [branch], compare: 'NONE' as const };
  const { data } = useRead(THEMES, { input });
  const used = new Map(data?.figures?.breakdown?.map(({ member, value }) => [member, value]));
  const times = ({ value }: T) => used.get(value) ?? 0;
  const first = ({ value }: T) => Number(value === MOST_COMMON);
  return [...themes].sort((a, b) => times(b) - times(a) || first(b) - first(a));
}
