import { Button, CopyButton } from '@mantine/core';
import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Lines, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { FindPerson } from '../find-person.js';
import { ACCEPT, DECLINE, JOIN, LEAVE, SERIES_WAITLIST, SESSION_WAITLIST, type Waiting } from './waitlist-query.js';

/** What may have changed once somebody answers or leaves. */
const TOUCHES = ['SessionWaitlist', 'SeriesWaitlist', 'Session', 'Series', 'Sessions'].map((name) => ['read', name]);

interface Props {
  readonly of: 'session' | 'series';
  readonly id: string;
  /** Somebody may still be put in line. */
  readonly open: boolean;
}

/** The line for a full session or series: the order, the offer that runs, and what the person answers. */
export function Waitlist(props: Props) {
  return <SeriesLanguage>{props.of === 'session' ? <OfSession {...props} /> : <OfSeries {...props} />}</SeriesLanguage>;
}

function OfSession(props: Props) {
  const t = useWords();
  const read = useRead(SESSION_WAITLIST, { id: props.id });
  useLive([read.key], ['*']);
  return (
    <Line {...props}>
      <Block read={read} at="session.waitlist" doing={t('waitlist.doing')}>
        {({ session }) => <People line={session?.waitlist?.items ?? []} />}
      </Block>
    </Line>
  );
}

function OfSeries(props: Props) {
  const t = useWords();
  const read = useRead(SERIES_WAITLIST, { id: props.id });
  useLive([read.key], ['*']);
  return (
    <Line {...props}>
      <Block read={read} at="workshopSeries.waitlist" doing={t('waitlist.doing')}>
        {({ workshopSeries }) => <People line={workshopSeries?.waitlist?.items ?? []} />}
      </Block>
    </Line>
  );
}

function Line({ of, id, open, children }: Props & { readonly children: React.ReactNode }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const join = useCommand(JOIN, { touches: TOUCHES });
  const named = of === 'session' ? { sessionId: id } : { seriesId: id };
  return (
    <Sheet title={t('waitlist.title')}>
      <p className="soft small">{t('waitlist.help')}</p>
      {children}
      <RefusalSummary refusals={join.refusals} />
      {open ? (
        <FindPerson
          action={t('waitlist.join')}
          label={t('waitlist.join')}
          onPick={(beneficiaryId) => void join.send({ input: { ...named, beneficiaryId } }, newId())}
        />
      ) : null}
    </Sheet>
  );
}

function People({ line }: { readonly line: readonly Waiting[] }) {
  const t = useWords();
  const format = useFormat();
  const { newId } = useEnvironment();
  const accept = useCommand(ACCEPT, { touches: TOUCHES });
  const decline = useCommand(DECLINE, { touches: TOUCHES });
  const leave = useCommand(LEAVE, { touches: TOUCHES });
  if (line.length === 0) return <Empty reason="nothing-yet">{t('waitlist.none')}</Empty>;
  return (
    <>
      <RefusalSummary refusals={[...accept.refusals, ...decline.refusals, ...leave.refusals]} />
      <Lines>
        {line.map(({ id, state, joinedAt, offeredUntil, offerToken, beneficiary }, place) => {
          const input = { waitlistEntryId: id };
          return (
            <Stack key={id} gap={4}>
              <Row apart>
                <PageLink href={`/people/${beneficiary?.id ?? ''}`}>
                  <PersonName name={fullName(beneficiary) || '–'} />
                </PageLink>
                <span className="soft small">
                  {t('waitlist.place', { place: place + 1, day: format.day(joinedAt) })}
                </span>
              </Row>
              {state === 'OFFERED' && offeredUntil ? (
                <Chip tone="lantern">{t('waitlist.offered', { moment: format.moment(offeredUntil) })}</Chip>
              ) : null}
              <Row gap={8}>
                {state === 'OFFERED' ? (
                  <>
                    <Button size="compact-md" onClick={() => void accept.send({ input }, newId())}>
                      {t('waitlist.accept')}
                    </Button>
                    <Button size="compact-md" variant="default" onClick={() => void decline.send({ input }, newId())}>
                      {t('waitlist.decline')}
                    </Button>
                  </>
                ) : (
                  <Button size="compact-md" variant="subtle" onClick={() => void leave.send({ input }, newId())}>
                    {t('waitlist.leave')}
                  </Button>
                )}
                {offerToken ? (
                  <CopyButton value={`${location.origin}/offers#${offerToken}`}>
                    {({ copied, copy }) => (
                      <Button size="compact-md" variant="subtle" onClick={copy}>
                        {t(copied ? 'waitlist.linkCopied' : 'waitlist.link')}
                      </Button>
                    )}
                  </CopyButton>
                ) : null}
              </Row>
            </Stack>
          );
        })}
      </Lines>
    </>
  );
}
