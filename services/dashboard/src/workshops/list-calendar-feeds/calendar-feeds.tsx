import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { FeedList, FeedSheet } from '../feed-sheet.js';

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
  const { newId } = useEnvironment();
  const read = useRead(FEEDS, { branch });
  const open = useCommand(OPEN, { touches: [keyOf(FEEDS)] });
  const revoke = useCommand(REVOKE, { touches: [keyOf(FEEDS)] });
  return (
    <FeedSheet
      of="feed"
      refusals={[...open.refusals, ...revoke.refusals]}
      onOpen={() => void open.send({ input: { branch } }, newId())}
    >
      <Block read={read} at="calendarFeeds" doing={t('series.doing')}>
        {({ calendarFeeds }) => (
          <FeedList
            of="feed"
            feeds={calendarFeeds ?? []}
            onRevoke={(id) => void revoke.send({ input: { calendarFeedId: id } }, newId())}
          />
        )}
      </Block>
    </FeedSheet>
  );
}
