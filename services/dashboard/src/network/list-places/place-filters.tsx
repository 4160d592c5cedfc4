import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { CommuneField } from '../../app/commune-field.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Row, Stack } from '../../ui/layout.js';
import css from './place-filters.module.css';
import type { PlaceView } from './use-place-view.js';

/** What narrows the directory, folded on a phone. Every choice goes into the address. */
export function PlaceFilters({ view }: { readonly view: PlaceView }) {
  const t = useWords();
  const names = useBranchName();
  const services = useChoices('PlaceService');
  const { choice, own, change } = view;
  const [wide] = useState(() => window.matchMedia('(min-width: 640px)').matches);
  const branches = [
    ...(own ? [{ value: own, label: names.of(own) }] : []),
    { value: 'all', label: t('place.whole') },
    ...names.all.filter((code) => code !== own).map((code) => ({ value: code, label: names.of(code) })),
  ];
  return (
    <details className={css.filters} open={wide}>
      <summary>{t('place.filters')}</summary>
      <div className={css.grid}>
        <Search key={choice.text} text={choice.text ?? ''} onFind={(text) => change({ text: text || undefined })} />
        <NativeSelect
          label={t('place.branch')}
          data={branches}
          value={choice.branch ?? 'all'}
          onChange={({ currentTarget: { value } }) => change({ branch: value === (own ?? 'all') ? undefined : value })}
        />
        <Commune key={choice.communeCode} onChoose={(commune) => change({ commune })} />
        <NativeSelect
          label={t('place.service')}
          data={[{ value: '', label: t('place.anyService') }, ...services]}
          value={choice.service ?? ''}
          onChange={(event) => change({ service: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={t('place.complete')}
          data={[
            { value: '', label: t('place.complete.any') },
            { value: 'yes', label: t('place.complete.yes') },
            { value: 'no', label: t('place.complete.no') },
          ]}
          value={choice.complete === null ? '' : choice.complete ? 'yes' : 'no'}
          onChange={(event) => change({ complete: event.currentTarget.value || undefined })}
        />
      </div>
    </details>
  );
}

/** Words are looked for when they are sent, not at every letter. */
function Search({ text, onFind }: { readonly text: string; readonly onFind: (text: string) => void }) {
  const t = useWords();
  const [typed, setTyped] = useState(text);
  return (
    <form
      className={css.wide}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
    >
      <Row gap={8} align="end">
        <TextInput
          className={css.grow ?? ''}
          type="search"
          label={t('place.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
        <Button type="submit" variant="default">
          {t('place.find')}
        </Button>
      </Row>
    </form>
  );
}

/** A commune is a filter once it is chosen from those that the typed letters find. */
function Commune({ onChoose }: { readonly onChoose: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <Stack gap={4}>
      <CommuneField text={typed} code="" onChange={(text, code) => (code ? onChoose(code) : setTyped(text))} />
    </Stack>
  );
}
