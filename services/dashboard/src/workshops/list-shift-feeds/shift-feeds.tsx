import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { FeedList, FeedSheet } from '../feed-sheet.js';

const FEEDS = graphql(`
  query ShiftFeeds {
    shiftFeeds {
      id
      openedAt
      token
    }
  }
`);
const OPEN = graphql(`
  mutation OpenShiftFeed($input: OpenShiftFeedInput!) {
    openShiftFeed(input: $input) {
      id
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeShiftFeed($input: RevokeShiftFeedInput!) {
    revokeShiftFeed(input: $input) {
      id
    }
  }
`);

/** The addresses at which one’s own shifts may be read by a calendar: open one, copy it, revoke it. */
export function ShiftFeeds({ branch }: { readonly branch: string | null }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const read = useRead(FEEDS, {});
  const open = useCommand(OPEN, { touches: [keyOf(FEEDS)] });
  const revoke = useCommand(REVOKE, { touches: [keyOf(FEEDS)] });
  return (
    <FeedSheet
      of="shiftFeed"
      refusals={[...open.refusals, ...revoke.refusals]}
      onOpen={() => void open.send({ input: { branch } }, newId())}
    >
      <Block read={read} at="shiftFeeds" doing={t('shifts.doing')} lines={1}>
        {({ shiftFeeds }) => (
          <FeedList
            of="shiftFeed"
            feeds={shiftFeeds ?? []}
            onRevoke={(id) => void revoke.send({ input: { shiftFeedId: id } }, newId())}
          />
        )}
      </Block>
    </FeedSheet>
  );
}
