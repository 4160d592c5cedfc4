import { Button } from '@mantine/core';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { SaveButton } from '../../ui/form.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import type { PlaceField, PlaceShown } from '../place-fields.js';
import { changedFields, fieldsInConflict, type PlaceTyped, typedOf } from '../place-typed.js';

/** What somebody else wrote meanwhile beside what is typed here, field by field; nothing is chosen for the person. */
export function TwoVersions(props: {
  readonly base: PlaceTyped;
  readonly there: PlaceShown;
  readonly typed: PlaceTyped;
  readonly onTake: () => void;
}) {
  const t = useWords();
  const label = useLabel();
  const there = typedOf(props.there);
  const moved = changedFields(props.base, there);
  const mine = changedFields(props.base, props.typed);
  const fields = [...moved, ...mine.filter((field) => !moved.includes(field))];
  const shown = (typed: PlaceTyped, { property, words }: PlaceField) => {
    const value = typed[property] ?? '';
    const text =
      typeof value === 'string' ? value : value.map((item) => (words ? label(words, item) : item)).join(', ');
    return text || <span className="soft">{t('place.empty')}</span>;
  };
  return (
    <Sheet title={t('place.conflict')}>
      <Stack>
        <p>{t('place.conflictWhat')}</p>
        {fieldsInConflict(props.base, there, props.typed).length === 0 ? <p>{t('place.conflictSame')}</p> : null}
        <DataTable
          caption={t('place.conflict')}
          rows={fields}
          rowKey={(field) => field.column}
          columns={[
            {
              id: 'field',
              label: t('place.conflictField'),
              phone: 'title',
              cell: (field) => label('PlaceColumn', field.column),
            },
            { id: 'there', label: t('place.conflictThere'), cell: (field) => shown(there, field) },
            {
              id: 'mine',
              label: t('place.conflictMine'),
              cell: (field) => (mine.includes(field) ? shown(props.typed, field) : '–'),
            },
          ]}
        />
        <Row>
          <SaveButton>{t('place.conflictKeep')}</SaveButton>
          <Button variant="default" onClick={props.onTake}>
            {t('place.conflictTake')}
          </Button>
        </Row>
      </Stack>
    </Sheet>
  );
}
