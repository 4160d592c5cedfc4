import { Button } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Row } from '../../ui/layout.js';
import { type CartLine, costOf, keyOfLine } from './cart.js';

interface Article {
  readonly id: string;
  readonly label: string;
  readonly cents: number;
  readonly quantity: number;
}

/** What is being bought, line by line. */
export function Bill({
  cart,
  onRemove,
}: {
  readonly cart: readonly CartLine[];
  readonly onRemove: (key: string) => void;
}) {
  const t = useWords();
  const format = useFormat();
  return (
    <DataTable
      caption={t('till.bill')}
      rows={cart}
      rowKey={keyOfLine}
      empty={<p className="soft">{t('till.empty')}</p>}
      columns={[
        { id: 'label', label: t('till.what'), phone: 'title', cell: (line) => line.label },
        {
          id: 'quantity',
          label: t('till.quantity'),
          number: true,
          cell: (line) => format.number(line.kind === 'ARTICLE' ? line.quantity : 1),
        },
        {
          id: 'cost',
          label: t('tariff.price'),
          number: true,
          phone: 'main',
          cell: (line) => format.money(costOf(line)),
        },
        {
          id: 'remove',
          label: t('till.remove'),
          cell: (line) => (
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t('till.removeLine', { what: line.label })}
              onClick={() => onRemove(keyOfLine(line))}
            >
              {t('till.remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** SIM cards, top-ups and other counted articles: a tap puts one more on the bill. */
export function Shelf({
  articles,
  onAdd,
}: {
  readonly articles: readonly Article[];
  readonly onAdd: (line: CartLine) => void;
}) {
  const t = useWords();
  const format = useFormat();
  if (articles.length === 0) return null;
  return (
    <fieldset className="bare">
      <legend>{t('till.article')}</legend>
      <Row gap={8}>
        {articles.map((article) => (
          <Button
            key={article.id}
            variant="default"
            disabled={article.quantity === 0}
            onClick={() =>
              onAdd({ kind: 'ARTICLE', id: article.id, label: article.label, cents: article.cents, quantity: 1 })
            }
          >
            {article.label} · {format.money(article.cents)}
            <span className="soft">&nbsp;({t('till.left', { count: format.number(article.quantity) })})</span>
          </Button>
        ))}
      </Row>
    </fieldset>
  );
}
