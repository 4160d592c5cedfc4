import { useServiceName } from '../../app/service-name.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Sheet, Stack } from '../../ui/layout.js';
import type { ConsoleAnswer } from './ask.js';

/** The answer as it came, with what it took: time, size, and how often each service was asked. */
export function Answer({
  answer,
  unreachable,
}: {
  readonly answer: ConsoleAnswer | undefined;
  readonly unreachable: boolean;
}) {
  const t = useWords();
  const format = useFormat();
  const nameOf = useServiceName();
  return (
    <Sheet title={t('console.answer')}>
      <Stack>
        {unreachable ? <Notice tone="care">{t('console.unreachable')}</Notice> : null}
        <div role="status">
          {answer ? (
            <p>
              {t('console.answered', {
                status: answer.status,
                ms: format.number(answer.milliseconds),
                kilobytes: format.number(answer.bytes / 1000, 1),
              })}
              {answer.calls.length > 0
                ? ` · ${answer.calls.map(({ service, calls }) => t('console.calls', { service: nameOf(service), calls })).join(', ')}`
                : null}
            </p>
          ) : (
            <p className="soft">{t('console.answerNone')}</p>
          )}
        </div>
        {answer ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long answer scrolls by keyboard only if it takes the focus
          <pre className="mono" tabIndex={0}>
            {answer.text}
          </pre>
        ) : null}
      </Stack>
    </Sheet>
  );
}
