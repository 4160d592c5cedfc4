import { writeList } from '../../app/address.js';
import { Block } from '../../app/block.js';
import { useSearch } from '../../app/use-search.js';
import type { MessageId } from '../../i18n/fr.js';
import type { vocabulary } from '../../i18n/vocabulary.fr.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Columns, Sheet } from '../../ui/layout.js';
import { RankedBars } from '../../ui/ranked-bars.js';
import { changeOf } from './change-of.js';
import { useSpan } from './figure-tiles.js';
import { type FilterName } from './filters.js';
import { useCommuneNames } from './use-commune-names.js';
import { type FiguresView } from './use-figures.js';

type Part = 'solution' | 'theme' | 'age' | 'gender' | 'status' | 'commune' | 'equipment';
const PARTS: readonly {
  readonly part: Part;
  readonly title: MessageId;
  readonly list: keyof typeof vocabulary | null;
  readonly filter: FilterName | null;
}[] = [
  { part: 'solution', title: 'figures.bySolution', list: 'Solution', filter: 'solution' },
  { part: 'theme', title: 'figures.byTheme', list: 'MediationTheme', filter: 'theme' },
  { part: 'age', title: 'figures.byAge', list: 'AgeBand', filter: 'age' },
  { part: 'gender', title: 'figures.byGender', list: 'Gender', filter: 'gender' },
  { part: 'status', title: 'figures.byStatus', list: 'SocialStatus', filter: 'status' },
  { part: 'commune', title: 'figures.byCommune', list: null, filter: 'commune' },
  { part: 'equipment', title: 'figures.byEquipment', list: 'EquipmentType', filter: null },
];

/** The largest of a long list. */
const SHOWN = 20;

/** Ranked bars of every dimension; touching a row makes it a filter of the page. */
export function FigureBreakdowns({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const label = useLabel();
  const span = useSpan();
  const [search, change] = useSearch();
  const compared = view.figures.data?.figures;
  const communes = (view.breakdowns.data?.figures?.commune ?? []).slice(0, SHOWN).map(({ member }) => member);
  const communeName = useCommuneNames(communes);
  const add = (name: FilterName, value: string) =>
    change({ [name]: writeList([...(search[name] ?? '').split(',').filter(Boolean), value]) });
  const nameOf = (list: keyof typeof vocabulary | null, member: string) => {
    const [head = member, grade] = member.split('/');
    if (!list) return member === 'NOT_STATED' ? label('Gender', member) : communeName(member);
    return grade ? `${label(list, head)} · ${label('Grade', grade)}` : label(list, head);
  };
  return (
    <Block read={view.breakdowns} at="figures" doing={t('figures.doing')} lines={8}>
      {({ figures }) => (
        <Columns>
          {PARTS.map(({ part, title, list, filter }) => {
            const rows = figures?.[part] ?? [];
            const total = rows.reduce((sum, row) => sum + row.value, 0);
            return (
              <Sheet key={part}>
                <RankedBars
                  title={t(title)}
                  column={t('figures.member')}
                  {...(part === 'theme' ? { note: t('figures.mentions') } : {})}
                  rows={rows.slice(0, SHOWN).map((row) => ({
                    id: row.member,
                    label: nameOf(list, row.member),
                    value: row.value,
                    ...(row.previous === null ? {} : { before: row.previous }),
                    share: total === 0 ? undefined : row.value / total,
                    change: changeOf({ unit: 'COUNT', ...row }, span(compared?.comparedFrom, compared?.comparedTo)),
                  }))}
                  {...(filter ? { onPick: (id: string) => add(filter, id) } : {})}
                />
              </Sheet>
            );
          })}
        </Columns>
      )}
    </Block>
  );
}
