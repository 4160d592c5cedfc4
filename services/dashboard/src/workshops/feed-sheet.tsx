import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { RefusalSummary } from '../ui/form.js';
import { useFormat } from '../ui/format.js';
import { Lines, Row, Sheet, Stack } from '../ui/layout.js';
import type { RefusalShown } from '../ui/refusal.js';

/** An address at which a calendar may be read. */
interface Feed {
  readonly id: string;
  readonly openedAt: string;
  readonly token: string | null;
}

/** The words of a sheet of addresses begin with this. */
type Of = 'feed' | 'shiftFeed';

/** A sheet of calendar addresses: open one, and see below those that hold. */
export function FeedSheet(props: {
  readonly of: Of;
  readonly refusals: readonly RefusalShown[];
  readonly onOpen: () => void;
  readonly children: ReactNode;
}) {
  const { of, refusals, onOpen, children } = props;
  const t = useWords();
  return (
    <Sheet
      title={t(`${of}.title`)}
      aside={
        <Button variant="default" onClick={onOpen}>
          {t(`${of}.open`)}
        </Button>
      }
    >
      <Stack gap={12}>
        <p className="soft small">{t(`${of}.help`)}</p>
        <RefusalSummary refusals={refusals} />
        {children}
      </Stack>
    </Sheet>
  );
}

/** The addresses that hold: copy one, revoke one. */
export function FeedList(props: {
  readonly of: Of;
  readonly feeds: readonly Feed[];
  readonly onRevoke: (id: string) => void;
}) {
  const { of, feeds, onRevoke } = props;
  const t = useWords();
  const format = useFormat();
  if (feeds.length === 0) return <p>{t(`${of}.none`)}</p>;
  return (
    <Lines>
      {feeds.map(({ id, openedAt, token }) => (
        <Row key={id} apart>
          <span>{t(`${of}.since`, { day: format.day(openedAt) })}</span>
          <Row gap={8}>
            <CopyButton value={`${location.origin}/calendars/${token ?? ''}.ics`}>
              {({ copied, copy }) => (
                <Button size="compact-md" variant="default" onClick={copy}>
                  {t(copied ? `${of}.copied` : `${of}.copy`)}
                </Button>
              )}
            </CopyButton>
            <Button size="compact-md" variant="subtle" onClick={() => onRevoke(id)}>
              {t(`${of}.revoke`)}
            </Button>
          </Row>
        </Row>
      ))}
    </Lines>
  );
}
