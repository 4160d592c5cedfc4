import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Lines, Stack } from '../../ui/layout.js';
import { localText } from '../../ui/local-time.js';
import type { OptionShown } from './radar-query.js';

/** What would help, each with the form where it is done. */
export function RadarOptions(props: { readonly options: readonly OptionShown[]; readonly orientations: number }) {
  const t = useWords();
  if (props.options.length === 0 && props.orientations === 0) return <p>{t('radar.noOption')}</p>;
  return (
    <Lines>
      {props.options.map((option) => (
        <Option key={`${option.kind} ${option.workshopId ?? option.shiftId ?? ''}`} option={option} />
      ))}
      {props.orientations > 0 ? (
        <Stack gap={4}>
          <PageLink href="/prescriptions">{t('radar.answer')}</PageLink>
          <span className="soft small">{t('radar.answerWhy', { count: props.orientations })}</span>
        </Stack>
      ) : null}
    </Lines>
  );
}

function Option({
  option: { kind, people: count, title, workshopId, shiftId, at, toAt },
}: {
  readonly option: OptionShown;
}) {
  const t = useWords();
  const format = useFormat();
  const when = (instant: string | null) =>
    instant === null ? '' : `${format.day(instant, 'weekday')}, ${format.time(instant)}`;
  const [href, label, why] =
    kind === 'OPEN_SESSION'
      ? ([
          `/sessions/new?${new URLSearchParams({ workshop: workshopId ?? '', ...(at === null ? {} : { at: localText(at, format.zone) }) })}`,
          t('radar.openSession', { title: title ?? '' }),
          `${t('radar.openWhy', { count })} ${at === null ? '' : t('radar.openAt', { at: when(at) })}`,
        ] as const)
      : kind === 'MOVE_SHIFT'
        ? ([
            `/shifts?${new URLSearchParams({ move: shiftId ?? '', at: localText(toAt ?? '', format.zone) })}`,
            t('radar.moveShift', { at: when(at) }),
            t('radar.moveWhy', { count, title: title ?? '', toAt: when(toAt) }),
          ] as const)
        : (['/shifts', t('radar.findHelpers', { at: when(at) }), t('radar.findWhy', { count })] as const);
  return (
    <Stack gap={4}>
      <PageLink href={href}>{label}</PageLink>
      <span className="soft small">{why}</span>
    </Stack>
  );
}
