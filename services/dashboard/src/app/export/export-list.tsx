import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { useClient } from '../client.js';
import { Unreachable, unreachable } from '../graphql.js';
import type { Query } from '../query.js';
import { useServiceName } from '../service-name.js';
import type { Page } from '../use-pages.js';
import css from './export.module.css';
import type { ListColumn, ListHead } from './list-file.js';
import { MOST_ROWS, walkPages } from './walk-pages.js';
import type { ListFormat } from './write-list.js';

type Stage = { readonly at: 'idle' } | { readonly at: 'reading' | 'done'; readonly rows: number };

/**
 * Exports a list as it is filtered, to its last page and not only what is shown. A page that does not come ends the
 * export without a file; a service that stays silent about some cells is named in the file.
 */
export function ExportList<Data, Variables extends { after?: string | null }, Row>(props: {
  readonly document: Query<Data, Variables>;
  readonly variables: Variables;
  readonly pageOf: (data: Data) => Page<Row> | null | undefined;
  readonly columns: readonly ListColumn<Row>[];
  readonly head: ListHead;
  /** What the file is called before its day: `stock-BX`. */
  readonly file: string;
}) {
  const t = useWords();
  const format = useFormat();
  const client = useClient();
  const nameOfService = useServiceName();
  const { now } = useEnvironment();
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const leaving = useRef(new AbortController());
  // Whoever leaves the page no longer wants the file.
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  const save = async (as: ListFormat) => {
    const { signal } = leaving.current;
    setRefusals([]);
    setStage({ at: 'reading', rows: 0 });
    const walked = await walkPages(
      (after) => client.ask(props.document, { ...props.variables, after }, { signal }),
      props.pageOf,
      (rows) => setStage({ at: 'reading', rows }),
    );
    if (signal.aborted) return;
    if (!walked.rows) {
      setRefusals(walked.errors);
      setStage({ at: 'idle' });
      return;
    }
    const { writeList } = await import('./write-list.js');
    const at = now();
    const taken = {
      at: format.moment(at),
      cutAt: walked.cut ? format.number(MOST_ROWS) : undefined,
      silent: [...new Set(walked.errors.flatMap(({ service }) => (service ? [nameOfService(service)] : [])))],
    };
    const file = { name: `passerelle-${props.file}-${format.localDate(at)}`, format: as };
    await writeList(format.language, file, props.head, taken, props.columns, walked.rows);
    setStage({ at: 'done', rows: walked.rows.length });
  };
  const tried = (as: ListFormat) =>
    save(as).catch((error: unknown) => {
      if (leaving.current.signal.aborted) return;
      if (!(error instanceof Unreachable)) throw error;
      setRefusals([unreachable()]);
      setStage({ at: 'idle' });
    });
  const reading = stage.at === 'reading';
  return (
    <div className={css.export}>
      <Button variant="default" aria-disabled={reading || undefined} onClick={() => reading || void tried('csv')}>
        {reading ? t('ui.export.reading', { count: stage.rows }) : t('ui.export')}
      </Button>
      <Button variant="default" aria-disabled={reading || undefined} onClick={() => reading || void tried('xlsx')}>
        {t('ui.export.workbook')}
      </Button>
      <span className="soft small" role="status">
        {stage.at === 'done' ? t('ui.export.done', { count: stage.rows }) : ''}
      </span>
      <RefusalSummary refusals={refusals} />
    </div>
  );
}
