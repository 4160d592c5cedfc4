import type { ReactNode } from 'react';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { GROUP_NAMES, PLACE_GROUPS, type PlaceField, type PlaceShown } from '../place-fields.js';

/** What the record says, group by group; groups that say nothing yet are named once, in the last sheet. */
export function PlaceFacts({ place }: { readonly place: PlaceShown }) {
  const t = useWords();
  const label = useLabel();
  const column = (field: PlaceField) => label('PlaceColumn', field.column);
  const silent = GROUP_NAMES.filter((group) => !PLACE_GROUPS[group].some((field) => says(place, field)));
  return (
    <>
      {GROUP_NAMES.filter((group) => !silent.includes(group)).map((group) => {
        const said = PLACE_GROUPS[group].filter((field) => says(place, field));
        const unsaid = PLACE_GROUPS[group].filter((field) => !says(place, field));
        return (
          <Sheet key={group} title={label('PlaceGroup', group)}>
            <Stack gap={12}>
              <Facts
                facts={said.map((field) => [column(field), <Value key={field.column} place={place} field={field} />])}
              />
              {unsaid.length > 0 ? (
                <p className="soft small">{t('place.notStated', { fields: unsaid.map(column).join(', ') })}</p>
              ) : null}
            </Stack>
          </Sheet>
        );
      })}
      {silent.length > 0 ? (
        <Sheet title={t('place.unsaid')}>
          <Facts
            facts={silent.map((group) => [
              label('PlaceGroup', group),
              <span key={group} className="soft">
                {PLACE_GROUPS[group].map(column).join(', ')}
              </span>,
            ])}
          />
        </Sheet>
      ) : null}
    </>
  );
}

function says(place: PlaceShown, { property }: PlaceField): boolean {
  const value: unknown = place[property];
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** A field's value in words: labels of the standard, links that lead there, figures in the reader's language. */
function Value({ place, field }: { readonly place: PlaceShown; readonly field: PlaceField }): ReactNode {
  const label = useLabel();
  const format = useFormat();
  const value: unknown = place[field.property];
  const { words } = field;
  if (!Array.isArray(value)) return <One text={typeof value === 'number' ? format.number(value, 6) : String(value)} />;
  return (
    <Stack gap={4}>
      {value.map(String).map((item) => (
        <span key={item}>{words ? label(words, item) : <One text={item} />}</span>
      ))}
    </Stack>
  );
}

function One({ text }: { readonly text: string }): ReactNode {
  return /^https?:\/\//i.test(text) ? (
    <a href={text} rel="noreferrer" target="_blank">
      {text}
    </a>
  ) : (
    text
  );
}
