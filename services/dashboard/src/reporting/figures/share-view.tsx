import { Button, CopyButton, Menu } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useRead } from '../../app/use-read.js';
import { useLanguage } from '../../i18n/language.js';
import { SharingLanguage } from '../../i18n/sharing-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { csvOf } from '../../ui/csv.js';
import { download } from '../../ui/download.js';
import { useFormat } from '../../ui/format.js';
import { DEFINITIONS } from './figures-query.js';
import { KNOWLEDGE } from './known-on.js';
import type { FiguresView } from './use-figures.js';

/** Copies the view's address, or exports it with its filters, period, freshness and definitions. */
export function ShareView(props: { readonly view: FiguresView; readonly scope: string }) {
  return (
    <SharingLanguage>
      <ShareMenu {...props} />
    </SharingLanguage>
  );
}

function ShareMenu({ view, scope }: { readonly view: FiguresView; readonly scope: string }) {
  const t = useWords();
  const format = useFormat();
  const { language } = useLanguage();
  const label = useLabel();
  const definitions = useRead(DEFINITIONS, {});
  const exportCsv = () => {
    const found = view.figures.data?.figures;
    const parts = view.breakdowns.data?.figures;
    if (!found) return;
    const indicators = definitions.data?.indicators ?? [];
    const nameOf = (code: string) => {
      const indicator = indicators.find((candidate) => candidate.code === code);
      return (language === 'en' ? indicator?.labelEn : indicator?.labelFr) ?? code;
    };
    const inUnit = (unit: string, value: number | null) =>
      value === null ? '' : unit === 'CENTS' ? value / 100 : value;
    const rows: (string | number)[][] = [
      [t('csv.title'), scope],
      [t('csv.period'), view.period.from, view.period.to],
      [t('csv.previous'), found.comparedFrom ?? '', found.comparedTo ?? ''],
      [
        t('csv.filters'),
        ...(view.filters.chips.length > 0
          ? view.filters.chips.map(({ name, list, value }) =>
              t(`figures.filter.${name}`, { value: list ? label(list, value) : value }),
            )
          : [t('csv.none')]),
      ],
      [
        t('csv.asOf'),
        format.moment(view.asOf ?? new Date().toISOString()),
        t(KNOWLEDGE[found.knowledge]),
        (found.setAside ?? 0) > 0 ? t('known.setAside', { count: found.setAside ?? 0 }) : '',
      ],
      [
        t('csv.freshness'),
        ...found.freshness.map((source) =>
          source.upTo
            ? t('csv.proven', { source: source.source, at: format.moment(source.upTo) })
            : t('csv.unproven', { source: source.source }),
        ),
      ],
      [],
      [t('csv.figure'), t('csv.value'), t('csv.previous'), t('csv.definition')],
      ...(found.figures ?? []).map((figure) => {
        const indicator = indicators.find((candidate) => candidate.code === figure.code);
        const definition = (language === 'en' ? indicator?.definitionEn : indicator?.definitionFr) ?? '';
        return [
          nameOf(figure.code),
          inUnit(figure.unit, figure.value),
          inUnit(figure.unit, figure.previous),
          definition,
        ];
      }),
      [],
      [t('csv.by'), t('figures.member'), t('csv.value'), t('csv.previous')],
      ...Object.entries(parts ?? {}).flatMap(([part, members]) =>
        Array.isArray(members) ? members.map((row) => [part, row.member, row.value, row.previous ?? '']) : [],
      ),
    ];
    download(`passerelle-${view.period.from}-${view.period.to}.csv`, csvOf(rows));
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button leftSection={<IconShare size={20} stroke={1.75} aria-hidden />}>{t('figures.share')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <CopyButton value={window.location.href}>
          {({ copied, copy }) => (
            <Menu.Item closeMenuOnClick={false} onClick={copy}>
              {copied ? t('figures.copied') : t('figures.copy')}
            </Menu.Item>
          )}
        </CopyButton>
        <Menu.Item onClick={exportCsv}>{t('figures.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
