import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { useRead } from '../../app/use-read.js';
import { RadarLanguage } from '../../i18n/radar-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { RadarOptions } from './radar-options.js';
import { RADAR, type RadarShown } from './radar-query.js';

/** Fourteen days of a branch: what is asked of it, what it offers, and what would help. */
export function Page() {
  return (
    <RadarLanguage>
      <Radar />
    </RadarLanguage>
  );
}

function Radar() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const read = useRead(RADAR, { branch: one ?? null });
  useLive([read.key], one ? [one] : ['*']);
  const found = read.data?.capacityRadar;
  const day = (date: string) => format.day(`${date}T12:00:00Z`, 'weekday');
  const asked = read.data?.prescriptions;
  const orientations = asked?.items.length ?? 0;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.radar')}
        context={found ? t('radar.context', { from: day(found.from), until: day(found.until) }) : undefined}
        aside={<PageLink href="/sessions">{t('page.sessions')}</PageLink>}
      />
      <Block read={read} at="capacityRadar" doing={t('radar.doing')}>
        {({ capacityRadar: radar }) =>
          radar ? (
            <TwoBanks
              is={
                <Stack gap={16}>
                  <Sheet title={t('radar.demand')}>
                    <Facts
                      facts={[
                        [t('radar.waiting'), format.number(radar.waiting)],
                        [t('radar.refused'), format.number(radar.refused)],
                        [
                          t('radar.orientations'),
                          asked == null
                            ? format.amount('NOT_AVAILABLE')
                            : asked.endCursor === null
                              ? format.number(orientations)
                              : t('radar.atLeast', { count: orientations }),
                        ],
                      ]}
                    />
                  </Sheet>
                  <Sheet title={t('radar.supply')}>
                    <Facts facts={supplyOf(radar).map(([word, value]) => [t(word), format.number(value)] as const)} />
                  </Sheet>
                  <Days radar={radar} />
                  <WaitingLines radar={radar} />
                </Stack>
              }
              todo={
                <Sheet title={t('radar.options')}>
                  <RadarOptions options={radar.options} orientations={orientations} />
                </Sheet>
              }
            />
          ) : null
        }
      </Block>
    </Stack>
  );
}

function supplyOf({ days }: RadarShown) {
  const sum = (of: (day: RadarShown['days'][number]) => number) => days.reduce((total, day) => total + of(day), 0);
  return [
    ['radar.seatsLeft', sum(({ seatsLeft }) => seatsLeft)],
    ['radar.hours', Math.round(sum(({ helperMinutes }) => helperMinutes) / 60)],
    ['radar.missing', sum(({ helpersNeeded, helpersComing }) => helpersNeeded - helpersComing)],
  ] as const;
}

function Days({ radar }: { readonly radar: RadarShown }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Sheet title={t('radar.days')}>
      <DataTable
        caption={t('radar.days')}
        rows={radar.days}
        rowKey={({ day }) => day}
        columns={[
          {
            id: 'day',
            label: t('radar.day'),
            phone: 'title',
            cell: ({ day }) => format.day(`${day}T12:00:00Z`, 'weekday'),
          },
          {
            id: 'sessions',
            label: t('radar.sessions'),
            number: true,
            cell: ({ sessions }) => format.number(sessions),
          },
          { id: 'seats', label: t('radar.seats'), number: true, cell: ({ seats }) => format.number(seats) },
          {
            id: 'left',
            label: t('radar.seatsLeft'),
            number: true,
            phone: 'main',
            cell: ({ seatsLeft }) => format.number(seatsLeft),
          },
          {
            id: 'helpers',
            label: t('radar.helpers'),
            number: true,
            cell: ({ helpersComing, helpersNeeded }) =>
              helpersNeeded === 0 ? '–' : t('radar.ofNeeded', { coming: helpersComing, needed: helpersNeeded }),
          },
        ]}
      />
    </Sheet>
  );
}

function WaitingLines({ radar }: { readonly radar: RadarShown }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Sheet title={t('radar.lines')}>
      <DataTable
        caption={t('radar.lines')}
        rows={radar.workshops}
        rowKey={({ workshopId }) => workshopId}
        empty={<p>{t('radar.noLine')}</p>}
        columns={[
          {
            id: 'workshop',
            label: t('radar.workshop'),
            phone: 'title',
            cell: ({ workshopId, title }) => <PageLink href={`/workshops/${workshopId}`}>{title}</PageLink>,
          },
          {
            id: 'waiting',
            label: t('radar.waiting'),
            number: true,
            phone: 'main',
            cell: ({ waiting }) => format.number(waiting),
          },
          { id: 'left', label: t('radar.seatsLeft'), number: true, cell: ({ seatsLeft }) => format.number(seatsLeft) },
        ]}
      />
    </Sheet>
  );
}
