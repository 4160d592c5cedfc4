import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from '../../app/landing.module.css';
import { PublicPage } from '../../app/public-page.js';
import { OpenDataLanguage } from '../../i18n/open-data-language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Stack } from '../../ui/layout.js';
import { Empty, Loading } from '../../ui/states.js';
import { useQuarterName, useTerritoryName } from './names.js';
import {
  type Asked,
  addressOf,
  askedIn,
  type PublishedFigure,
  type PublishedQuarter,
  territoriesIn,
  toldOf,
} from './published-view.js';
import { ToldSheet } from './told-sheet.js';

/** What anybody may know of the network, without signing in. The view is in its address: that is what is shared. */
export function ShowOpenData() {
  return (
    <OpenDataLanguage>
      <Published />
    </OpenDataLanguage>
  );
}

type Came<T> = T | 'unreachable' | undefined;

function Published() {
  const t = useWords();
  const format = useFormat();
  const quarterName = useQuarterName();
  const territoryName = useTerritoryName();
  const [asked, setAsked] = useState<Asked>(() => askedIn(location.search));
  const quarters = useJson('/open-data', (answer) =>
    (answer as { resources: { title: string; modified: string }[] }).resources.map(
      ({ title, modified }): PublishedQuarter => ({ quarter: title, frozenAt: modified }),
    ),
  );
  const list = Array.isArray(quarters) ? quarters : [];
  const shown = list.find(({ quarter }) => quarter === asked.quarter) ?? list[0];
  const figures = useJson(
    shown ? `/open-data/${shown.quarter}.json` : undefined,
    (answer) => (answer as { figures: PublishedFigure[] }).figures,
  );
  const change = (next: Partial<Asked>) => {
    const view = { ...asked, quarter: shown?.quarter, ...next };
    history.replaceState(null, '', addressOf(view));
    setAsked(view);
  };
  return (
    <PublicPage>
      <Stack gap={24}>
        <div>
          <h1>{t('openData.title')}</h1>
          <p className={css.lead}>{t('openData.lead')}</p>
        </div>
        {quarters === 'unreachable' || figures === 'unreachable' ? (
          <Notice tone="care">{t('openData.unreachable')}</Notice>
        ) : quarters === undefined ? (
          <Loading />
        ) : !shown ? (
          <Empty reason="nothing-yet">{t('openData.none')}</Empty>
        ) : (
          <>
            <Row align="end">
              <NativeSelect
                label={t('openData.quarter')}
                data={list.map(({ quarter }) => ({ value: quarter, label: quarterName(quarter) }))}
                value={shown.quarter}
                onChange={(event) => change({ quarter: event.currentTarget.value })}
              />
              <NativeSelect
                label={t('openData.territory')}
                data={territoriesIn(figures ?? []).map((value) => ({ value, label: territoryName(value) }))}
                value={asked.territory}
                onChange={(event) => change({ territory: event.currentTarget.value })}
              />
              <a href={`/open-data/${shown.quarter}.csv`}>{t('openData.csv')}</a>
            </Row>
            <p>{t('openData.frozen', { at: format.moment(shown.frozenAt) })}</p>
            {figures === undefined ? (
              <Loading />
            ) : toldOf(figures, asked.territory).length === 0 ? (
              <Empty reason="no-match">{t('openData.noTerritory')}</Empty>
            ) : (
              toldOf(figures, asked.territory).map((told) => <ToldSheet key={told.indicator} told={told} />)
            )}
            <p className="soft">{t('openData.licence')}</p>
          </>
        )}
      </Stack>
    </PublicPage>
  );
}

/** Reads what anybody may read; undefined while it is on its way. */
function useJson<T>(url: string | undefined, read: (answer: unknown) => T): Came<T> {
  const [came, setCame] = useState<{ readonly url: string; readonly found: Came<T> }>();
  // The reader is written in place: only another address asks again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (url === undefined) return;
    const leaving = new AbortController();
    void fetch(url, { signal: leaving.signal, headers: { accept: 'application/json' } })
      .then(async (answer) => (answer.ok ? read(await answer.json()) : ('unreachable' as const)))
      .catch(() => 'unreachable' as const)
      .then((found) => {
        if (!leaving.signal.aborted) setCame({ url, found });
      });
    return () => leaving.abort();
  }, [url]);
  return came?.url === url ? came?.found : undefined;
}
