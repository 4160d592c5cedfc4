import { Button, CopyButton } from '@mantine/core';
import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Lines, Row, Sheet } from '../../ui/layout.js';

const FEEDS = graphql(`
  query CalendarFeeds($branch: String) {
    calendarFeeds(branch: $branch) {
      id
      openedAt
      token
    }
  }
`);
const OPEN = graphql(`
  mutation OpenCalendarFeed($input: OpenCalendarFeedInput!) {
    openCalendarFeed(input: $input) {
      id
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      id
    }
  }
`);

/** The addresses at which a branch’s calendar may be read: open one, copy it, revoke it. */
export function CalendarFeeds({ branch }: { readonly branch: string }) {
  const t = useWords();
  const format = useFormat();
  const { newId } = useEnvironment();
  const read = useRead(FEEDS, { branch });
  const open = useCommand(OPEN, { touches: [keyOf(FEEDS)] });
  const revoke = useCommand(REVOKE, { touches: [keyOf(FEEDS)] });
  return (
    <Sheet
      title={t('feed.title')}
      aside={
        <Button variant="default" onClick={() => void open.send({ input: { branch } }, newId())}>
          {t('feed.open')}
        </Button>
      }
    >
      <p className="soft small">{t('feed.help')}</p>
      <RefusalSummary refusals={[...open.refusals, ...revoke.refusals]} />
      <Block read={read} at="calendarFeeds" doing={t('series.doing')}>
        {({ calendarFeeds }) =>
          (calendarFeeds ?? []).length === 0 ? (
            <p>{t('feed.none')}</p>
          ) : (
            <Lines>
              {(calendarFeeds ?? []).map(({ id, openedAt, token }) => (
                <Row key={id} apart>
                  <span>{t('feed.since', { day: format.day(openedAt) })}</span>
                  <Row gap={8}>
                    <CopyButton value={`${location.origin}/calendars/${token ?? ''}.ics`}>
                      {({ copied, copy }) => (
                        <Button size="compact-md" variant="default" onClick={copy}>
                          {t(copied ? 'feed.copied' : 'feed.copy')}
                        </Button>
                      )}
                    </CopyButton>
                    <Button
                      size="compact-md"
                      variant="subtle"
                      onClick={() => void revoke.send({ input: { calendarFeedId: id } }, newId())}
                    >
                      {t('feed.revoke')}
                    </Button>
                  </Row>
                </Row>
              ))}
            </Lines>
          )
        }
      </Block>
    </Sheet>
  );
}
