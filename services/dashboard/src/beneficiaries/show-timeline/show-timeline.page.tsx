import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { errorOn } from '../../app/partial.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { fullName, PersonName } from '../../app/veil.js';
import { TimelineLanguage } from '../../i18n/timeline-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { type Entry, type EntryKind, entriesOf, KINDS, type Told } from './entries.js';
import { SupportTold } from './support-told.js';
import { TIMELINE, type TimelineShown } from './timeline-query.js';

/** Parts that another service tells, each with a place of its own for saying that it does not answer. */
const PARTS = ['beneficiary.enrolments', 'beneficiary.supportActs', 'beneficiary.purchases'] as const;

/** All that happened to a person, merged from every service in the order in which it happened. */
export function Page() {
  return (
    <TimelineLanguage>
      <Timeline />
    </TimelineLanguage>
  );
}

function Timeline() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(TIMELINE, { id });
  const person = read.data?.beneficiary;
  if (!person && read.errors.some(({ code }) => code === 'NOT_FOUND'))
    return (
      <>
        <PageHead title={t('page.timeline')} />
        <Empty reason="not-yours">{t('people.unknown')}</Empty>
      </>
    );
  const awayOf = (part: string) => errorOn(read.errors, part)?.service;
  // Each service once, and none beside the record's own: without it there is nothing to tell.
  const away = awayOf('beneficiary.id')
    ? []
    : PARTS.filter((part, n) => awayOf(part) && PARTS.findIndex((other) => awayOf(other) === awayOf(part)) === n);
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.timeline')}
        context={t('timeline.context')}
        aside={
          person ? (
            <PageLink href={`/people/${id}`}>
              <PersonName name={fullName(person) || t('people.unnamed')} />
            </PageLink>
          ) : null
        }
      />
      <Sheet>
        <Stack gap={16}>
          {away.map((part) => (
            <Block key={part} read={read} at={part} doing={t('timeline.doing')}>
              {() => null}
            </Block>
          ))}
          <Block read={read} at="beneficiary.id" doing={t('timeline.doing')} lines={8}>
            {({ beneficiary }) => (beneficiary ? <Entries person={beneficiary} /> : null)}
          </Block>
        </Stack>
      </Sheet>
    </Stack>
  );
}

function Entries({ person }: { readonly person: TimelineShown }) {
  const t = useWords();
  const format = useFormat();
  const [search, change] = useSearch();
  const kind = KINDS.find((one) => one === search['kind']) ?? null;
  const all = entriesOf(person, (instant) => format.localDate(new Date(instant)));
  const kinds = KINDS.filter((one) => all.some(({ told }) => told.kind === one));
  const key = (one: EntryKind | null) => (
    <Button
      key={one ?? 'all'}
      variant={one === kind ? 'light' : 'default'}
      aria-pressed={one === kind}
      onClick={() => change({ kind: one ?? undefined }, 'replace')}
    >
      {t(one === null ? 'timeline.all' : `timeline.kind.${one}`)}
    </Button>
  );
  return (
    <Stack gap={16}>
      <fieldset className="bare no-print">
        <legend className="unseen">{t('timeline.show')}</legend>
        <Row gap={8}>
          {key(null)}
          {kinds.map(key)}
        </Row>
      </fieldset>
      {person.purchases?.endCursor != null ? <p className="soft">{t('timeline.olderPurchases')}</p> : null}
      <ol className="plain">
        {all
          .filter(({ told }) => kind === null || told.kind === kind)
          .map((entry) => (
            <Line key={entry.id} entry={entry} />
          ))}
      </ol>
    </Stack>
  );
}

function Line({ entry }: { readonly entry: Entry }) {
  const format = useFormat();
  const what = <What told={entry.told} />;
  return (
    <li>
      <span className="soft small">
        {entry.at === null ? format.day(`${entry.day}T12:00:00Z`, 'short') : format.moment(entry.at)}
      </span>
      <div>{entry.off ? <s>{what}</s> : what}</div>
    </li>
  );
}

function What({ told }: { readonly told: Told }): ReactNode {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  switch (told.kind) {
    case 'RECORD':
      return t('timeline.enrolled');
    case 'PRESCRIPTION':
      return t(STEPS[told.step]);
    case 'ASSESSMENT': {
      const { moment, outcome, result } = told.one;
      return t('timeline.assessed', {
        moment: label('AssessmentMoment', moment).toLowerCase(),
        found: result ? label('DigitalProfile', result.profile) : label('AssessmentOutcome', outcome),
      });
    }
    case 'SUPPORT':
      return <SupportTold told={told} />;
    case 'DROP_IN':
      return t('timeline.dropIn', {
        themes: told.one.themes.map((theme) => label('MediationTheme', theme)).join(', '),
      });
    case 'SESSION': {
      const { session, attendance } = told.one;
      return (
        <>
          <PageLink href={`/sessions/${session?.id}`}>{session?.title}</PageLink> · {label('Attendance', attendance)}
        </>
      );
    }
    case 'SALE': {
      const { id, receipt, totalCents, lines } = told.one;
      return (
        <>
          <PageLink href={`/sales/${id}`}>{receipt}</PageLink> · {format.money(totalCents)}
          {lines.length > 0 ? ` · ${lines.map((line) => line.label).join(', ')}` : ''}
        </>
      );
    }
  }
}

const STEPS = {
  RECEIVED: 'timeline.received',
  ANSWERED: 'timeline.answered',
  FIRST_SEEN: 'timeline.firstSeen',
  DONE: 'timeline.done',
} as const;
