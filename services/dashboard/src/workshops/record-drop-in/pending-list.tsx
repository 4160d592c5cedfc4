import { Button } from '@mantine/core';
import { useLanguage } from '../../i18n/language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Notice, Row, Sheet, Stack } from '../../ui/layout.js';
import type { PendingDropIn } from './pending-drop-ins.js';

/** What waits on this device, and what was refused and how to mend it: nothing is lost without a word. */
export function PendingList(props: {
  readonly waiting: readonly PendingDropIn[];
  /** How many that had waited have gone since. */
  readonly sent: number;
  readonly onMend: (dropIn: PendingDropIn) => void;
  readonly onTryAgain: (key: string) => void;
  readonly onDrop: (key: string) => void;
}) {
  const t = useWords();
  const unsent = props.waiting.filter(({ refusals }) => !refusals);
  const refused = props.waiting.filter(({ refusals }) => refusals);
  const said = unsent.length > 0 ? t('dropIn.waiting', { count: unsent.length }) : null;
  const gone = props.sent > 0 ? t('dropIn.sent', { count: props.sent }) : null;
  return (
    <>
      <div role="status">{(said ?? gone) ? <Notice tone={said ? 'note' : 'good'}>{said ?? gone}</Notice> : null}</div>
      {props.waiting.length > 0 ? (
        <Sheet title={t('dropIn.here')}>
          <Stack gap={12}>
            {unsent.map((dropIn) => (
              <Row key={dropIn.key} apart>
                <Said of={dropIn} />
                <Chip tone="note">{t('dropIn.kept')}</Chip>
              </Row>
            ))}
            {refused.map((dropIn) => (
              <Refused key={dropIn.key} dropIn={dropIn} {...props} />
            ))}
          </Stack>
        </Sheet>
      ) : null}
    </>
  );
}

function Refused(props: {
  readonly dropIn: PendingDropIn;
  readonly onMend: (dropIn: PendingDropIn) => void;
  readonly onTryAgain: (key: string) => void;
  readonly onDrop: (key: string) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const { language } = useLanguage();
  const { dropIn } = props;
  const time = format.time(dropIn.input.occurredAt);
  // What failed without a reason may have been saved: only the same, under the same key, may go again.
  const unclear = dropIn.refusals?.some(({ kind }) => kind === 'bug');
  return (
    <Notice tone="wrong" title={<Said of={dropIn} />}>
      {dropIn.refusals?.map((refusal) => (
        <p key={`${refusal.code} ${refusal.field ?? ''}`}>
          {refusal[language]} {refusal.correlationId ? <code>{refusal.correlationId}</code> : null}
        </p>
      ))}
      <Row gap={8}>
        {unclear || dropIn.turnedAway ? (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('dropIn.tryAgainAt', { time })}
            onClick={() => props.onTryAgain(dropIn.key)}
          >
            {t('dropIn.tryAgain')}
          </Button>
        ) : (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('dropIn.mendAt', { time })}
            onClick={() => props.onMend(dropIn)}
          >
            {t('dropIn.mend')}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('dropIn.letGoAt', { time })}
          onClick={() => props.onDrop(dropIn.key)}
        >
          {t('dropIn.letGo')}
        </Button>
      </Row>
    </Notice>
  );
}

function Said({ of: { input, turnedAway } }: { readonly of: PendingDropIn }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const themes = input.themes.map((theme) => label('MediationTheme', theme as never)).join(', ');
  const at = `${format.day(input.occurredAt)}, ${format.time(input.occurredAt)}`;
  if (turnedAway) return <span>{t('dropIn.keptRefused', { at })}</span>;
  return <span>{t('dropIn.keptLine', { at, themes, minutes: String(input.minutes) })}</span>;
}
