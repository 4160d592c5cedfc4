import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useSearch } from '../../app/use-search.js';
import type { MessageId } from '../../i18n/fr.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row } from '../../ui/layout.js';
import { instantOf, localText } from '../../ui/local-time.js';
import { type FiguresView } from './use-figures.js';

/** How settled the figures of a past instant are, as a sentence. */
export const KNOWLEDGE: Readonly<Record<'LIVE' | 'PROVISIONAL' | 'FINAL', MessageId>> = {
  LIVE: 'known.live',
  PROVISIONAL: 'known.provisional',
  FINAL: 'known.final',
};

/** What an answer says of how settled it is. */
interface Settled {
  readonly knowledge: keyof typeof KNOWLEDGE;
  readonly setAside: number;
}

/** Chooses the instant as of which figures are shown; written to the address, so that a copied link says the same for ever. */
export function KnownOnControl({ view }: { readonly view: Pick<FiguresView, 'asOf'> }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const [, change] = useSearch();
  const shown = view.asOf === null ? '' : localText(view.asOf, format.zone);
  const [text, setText] = useState(shown);
  const [shownBefore, setShownBefore] = useState(shown);
  const id = useId();
  // Back, forward or « today » changed the address: the field follows.
  if (shown !== shownBefore) {
    setShownBefore(shown);
    setText(shown);
  }
  const latest = localText(now().toISOString(), format.zone);
  const asked = instantOf(text, format.zone);
  return (
    <form
      className="no-print"
      aria-label={t('known.choose')}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked) change({ asOf: asked });
      }}
    >
      <Row gap={8} align="end">
        <TextInput
          id={id}
          type="datetime-local"
          label={t('known.on')}
          value={text}
          max={latest}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={asked === null || text === shown}>
          {t('known.show')}
        </Button>
        {view.asOf === null ? null : (
          <Button variant="subtle" onClick={() => change({ asOf: undefined })}>
            {t('known.now')}
          </Button>
        )}
      </Row>
    </form>
  );
}

/** Says that the figures are those of a past instant, and whether they may still change. */
export function KnownOnNotice({
  asOf,
  found,
}: {
  readonly asOf: string | null;
  readonly found: Settled | null | undefined;
}) {
  const t = useWords();
  const format = useFormat();
  if (asOf === null || !found) return null;
  const final = found.knowledge === 'FINAL';
  return (
    <Notice tone={final ? 'good' : 'note'} title={t('known.title', { at: format.moment(asOf) })}>
      {t(KNOWLEDGE[found.knowledge])}
      {found.setAside > 0 ? ` ${t('known.setAside', { count: found.setAside })}` : ''}
    </Notice>
  );
}
