import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { PlaceLanguage } from '../../i18n/place-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty, Loading } from '../../ui/states.js';
import { ExportPlaces } from '../export-places/export-places.js';
import { ALL_FIELDS } from '../place-fields.js';
import { PlaceFilters } from './place-filters.js';
import { type PlaceView, usePlaceView } from './use-place-view.js';

// The country's outline is for whoever asks for it.
const PlacesMap = lazy(async () => ({ default: (await import('./places-map.js')).PlacesMap }));

const PLACES = graphql(`
  query Places($branch: String, $communeCode: String, $service: PlaceService, $complete: Boolean, $text: String, $after: String) {
    places(branch: $branch, communeCode: $communeCode, service: $service, complete: $complete, text: $text, first: 50, after: $after) {
      items {
        id
        name
        commune
        postcode
        services
        filledFields
        gaps
        updatedOn
        branch { code city }
      }
      endCursor
    }
  }
`);
type Listed = NonNullable<ResultOf<typeof PLACES>['places']>['items'][number];
const ADD: string = '/places/new';

/** The directory of places: whose, where, for what, and which records still miss something. */
export function Page() {
  return (
    <PlaceLanguage>
      <List />
    </PlaceLanguage>
  );
}

function List() {
  const t = useWords();
  const navigate = useNavigate();
  const identity = useIdentity();
  const view = usePlaceView();
  const read = usePages(PLACES, { ...view.choice }, (data) => data.places);
  const columns = useColumns();
  const [first] = read.items;
  const edits = allowed(identity, 'EditPlaces');
  const exporting = <ExportPlaces choice={view.choice} main={!edits} />;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.places')}
        context={view.context}
        action={edits ? <Button onClick={() => void navigate({ to: ADD })}>{t('place.add')}</Button> : exporting}
        aside={
          edits ? (
            <>
              {allowed(identity, 'ImportPlaces') ? <ImportLink /> : null}
              {exporting}
            </>
          ) : undefined
        }
      />
      <PlaceFilters view={view} />
      <FilterChips chips={view.chips(first?.commune)} unknown={view.unknown} onClear={view.clear} />
      <fieldset className="bare no-print">
        <legend className="unseen">{t('place.where.show')}</legend>
        <Row gap={8}>
          {(['list', 'map'] as const).map((show) => (
            <Button
              key={show}
              variant={view.show === show ? 'light' : 'default'}
              aria-pressed={view.show === show}
              onClick={() => view.change({ show: show === 'map' ? show : undefined }, 'replace')}
            >
              {t(`ui.chart.${show}`)}
            </Button>
          ))}
        </Row>
      </fieldset>
      <Sheet>
        {view.show === 'map' ? (
          <Suspense fallback={<Loading lines={8} />}>
            <PlacesMap view={view} />
          </Suspense>
        ) : (
          <Block read={read} at="places" doing={t('place.doing')} lines={8}>
            {() => (
              <DataTable
                caption={t('page.places')}
                rows={read.items}
                rowKey={(place) => place.id}
                onMore={read.more}
                loadingMore={read.loadingMore}
                empty={<NoPlace view={view} edits={edits} />}
                columns={columns}
              />
            )}
          </Block>
        )}
      </Sheet>
    </Stack>
  );
}

function ImportLink() {
  const t = useWords();
  const navigate = useNavigate();
  const to: string = '/places/import';
  return (
    <Button variant="default" onClick={() => void navigate({ to })}>
      {t('place.import')}
    </Button>
  );
}

/** Name, where, what is offered, who keeps it, and how much of the record is there. */
function useColumns(): readonly Column<Listed>[] {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  return [
    {
      id: 'name',
      label: label('PlaceColumn', 'nom'),
      phone: 'title',
      cell: (place) => <PageLink href={`/places/${place.id}`}>{place.name}</PageLink>,
    },
    {
      id: 'commune',
      label: label('PlaceColumn', 'commune'),
      cell: (place) => `${place.commune} (${place.postcode})`,
    },
    {
      id: 'services',
      label: label('PlaceColumn', 'services'),
      phone: 'hidden',
      cell: (place) => place.services.map((service) => label('PlaceService', service)).join(' · ') || '–',
    },
    { id: 'branch', label: t('place.keptBy'), cell: (place) => place.branch?.city ?? t('place.network') },
    {
      id: 'updated',
      label: label('PlaceColumn', 'date_maj'),
      phone: 'hidden',
      cell: (place) => format.day(`${place.updatedOn}T12:00:00Z`, 'short'),
    },
    {
      id: 'complete',
      label: t('place.complete'),
      cell: (place) => (
        <Chip tone={place.gaps.length === 0 ? 'good' : 'care'}>
          {t(place.gaps.length === 0 ? 'place.complete.yes' : 'place.complete.no')}
        </Chip>
      ),
    },
    {
      id: 'filled',
      label: t('place.filled'),
      number: true,
      phone: 'main',
      cell: (place) => t('place.filledOf', { filled: format.number(place.filledFields), all: ALL_FIELDS }),
    },
  ];
}

/** Nothing there yet, or nothing with these filters: two different sentences and two different ways on. */
function NoPlace({ view, edits }: { readonly view: PlaceView; readonly edits: boolean }) {
  const t = useWords();
  const all = (
    <Button variant="default" onClick={() => view.change({ branch: 'all' })}>
      {t('place.seeAll')}
    </Button>
  );
  if (view.narrowed)
    return (
      <Empty
        reason="no-match"
        action={
          <Button variant="default" onClick={view.clear}>
            {t('ui.filters.clear')}
          </Button>
        }
      >
        {t('ui.filters.noMatch')}
      </Empty>
    );
  return (
    <Empty
      reason="nothing-yet"
      action={
        <Row>
          {edits ? <ImportLink /> : null}
          {view.choice.branch === null ? null : all}
        </Row>
      }
    >
      {view.choice.branch === null ? t('place.none') : t('place.noneOf', { city: view.context })}
    </Empty>
  );
}
