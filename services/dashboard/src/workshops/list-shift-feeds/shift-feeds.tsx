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
  const format = useFormat();
  const { newId } = useEnvironment();
  const read = useRead(FEEDS, {});
  const open = useCommand(OPEN, { touches: [keyOf(FEEDS)] });
  const revoke = useCommand(REVOKE, { touches: [keyOf(FEEDS)] });
  return (
    <Sheet
      title={t('shiftFeed.title')}
      aside={
        <Button variant="default" onClick={() => void open.send({ input: { branch } }, newId())}>
          {t('shiftFeed.open')}
        </Button>
      }
    >
      <p className="soft small">{t('shiftFeed.help')}</p>
      <RefusalSummary refusals={[...open.refusals, ...revoke.refusals]} />
      <Block read={read} at="shiftFeeds" doing={t('shifts.doing')} lines={1}>
        {({ shiftFeeds }) =>
          (shiftFeeds ?? []).length === 0 ? (
            <p>{t('shiftFeed.none')}</p>
          ) : (
            <Lines>
              {(shiftFeeds ?? []).map(({ id, openedAt, token }) => (
                <Row key={id} apart>
                  <span>{t('shiftFeed.since', { day: format.day(openedAt) })}</span>
                  <Row gap={8}>
                    <CopyButton value={`${location.origin}/calendars/${token ?? ''}.ics`}>
                      {({ copied, copy }) => (
                        <Button size="compact-md" variant="default" onClick={copy}>
                          {t(copied ? 'shiftFeed.copied' : 'shiftFeed.copy')}
                        </Button>
                      )}
                    </CopyButton>
                    <Button
                      size="compact-md"
                      variant="subtle"
                      onClick={() => void revoke.send({ input: { shiftFeedId: id } }, newId())}
                    >
                      {t('shiftFeed.revoke')}
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
