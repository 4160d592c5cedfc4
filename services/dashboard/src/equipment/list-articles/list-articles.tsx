import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { ArticleLanguage } from '../../i18n/article-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { ARTICLES, type ArticleShown } from '../article-query.js';
import { ExportArticles } from '../export-articles/export-articles.js';

// Comes when first opened, as every dialog: most visits only read.
const CreateArticle = lazy(async () => ({
  default: (await import('../create-article/create-article.js')).CreateArticle,
}));
const ReceiveArticles = lazy(async () => ({
  default: (await import('../receive-articles/receive-articles.js')).ReceiveArticles,
}));
const CountArticles = lazy(async () => ({
  default: (await import('../count-articles/count-articles.js')).CountArticles,
}));

const SetReorderLevel = lazy(async () => ({
  default: (await import('../set-reorder-level/set-reorder-level.js')).SetReorderLevel,
}));
const ListMovements = lazy(async () => ({
  default: (await import('../list-movements/list-movements.js')).ListMovements,
}));

const ACTS = ['receive', 'count', 'watch', 'movements'] as const;
type Act = { readonly kind: 'create' } | { readonly kind: (typeof ACTS)[number]; readonly article: ArticleShown };

/** What the branch counts rather than follows one by one: SIM cards, top-ups, accessories, and how many are left. */
export function ListArticles({ branch }: { readonly branch: string }) {
  return (
    <ArticleLanguage>
      <Articles branch={branch} />
    </ArticleLanguage>
  );
}

function Articles({ branch }: { readonly branch: string }) {
  const t = useWords();
  const handles = allowed(useIdentity(), 'HandleDevices');
  const read = usePages(ARTICLES, { branch }, (data) => data.articles);
  useLive([read.key], [branch]);
  const [act, setAct] = useState<Act | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const columns = useColumns(handles, setAct);
  const close = () => setAct(null);
  const done = (sentence: string) => {
    setSaved(sentence);
    close();
  };
  const create = handles ? (
    <Button variant="default" onClick={() => setAct({ kind: 'create' })}>
      {t('article.create')}
    </Button>
  ) : undefined;
  return (
    <Sheet
      title={t('article.list')}
      aside={
        <Row>
          {read.items.length > 0 ? <ExportArticles branch={branch} /> : null}
          {create}
        </Row>
      }
    >
      <Stack>
        {saved ? (
          <UndoRow key={saved} onDone={() => setSaved(null)}>
            {saved}
          </UndoRow>
        ) : null}
        <Block read={read} at="articles" doing={t('article.doing')}>
          {() => (
            <DataTable
              caption={t('article.list')}
              rows={read.items}
              rowKey={(article) => article.id}
              onMore={read.more}
              loadingMore={read.loadingMore}
              empty={<Empty reason="nothing-yet">{t('article.none')}</Empty>}
              columns={columns}
            />
          )}
        </Block>
      </Stack>
      <Suspense fallback={null}>
        {act?.kind === 'create' ? <CreateArticle branch={branch} onDone={done} onClose={close} /> : null}
        {act?.kind === 'receive' ? <ReceiveArticles article={act.article} onDone={done} onClose={close} /> : null}
        {act?.kind === 'watch' ? <SetReorderLevel article={act.article} onDone={done} onClose={close} /> : null}
        {act?.kind === 'movements' ? <ListMovements article={act.article} onClose={close} /> : null}
        {act?.kind === 'count' ? <CountArticles article={act.article} onDone={done} onClose={close} /> : null}
      </Suspense>
    </Sheet>
  );
}

/** What it is, what it costs, how many there are; what may be done with it, for whoever may. */
function useColumns(handles: boolean, onAct: (act: Act) => void): readonly Column<ArticleShown>[] {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  return [
    { id: 'label', label: t('article.label'), phone: 'title', cell: (article) => article.label },
    { id: 'code', label: t('article.code'), cell: (article) => <code>{article.code}</code> },
    { id: 'kind', label: t('article.kind'), cell: (article) => label('ArticleKind', article.kind) },
    { id: 'cents', label: t('article.cents'), number: true, cell: (article) => format.money(article.cents) },
    {
      id: 'market',
      label: t('article.market'),
      number: true,
      phone: 'hidden',
      cell: (article) => (article.marketCents === null ? '–' : format.money(article.marketCents)),
    },
    {
      id: 'quantity',
      label: t('article.quantity'),
      number: true,
      phone: 'main',
      cell: ({ quantity, reorderLevel }) =>
        quantity === 0 ? (
          <Chip tone="care">{t('article.out')}</Chip>
        ) : reorderLevel !== null && quantity < reorderLevel ? (
          <Chip tone="care">{t('article.short', { count: format.number(quantity), level: reorderLevel })}</Chip>
        ) : (
          format.number(quantity)
        ),
    },
    ...(handles
      ? [
          {
            id: 'acts',
            label: t('article.acts'),
            phone: 'act' as const,
            cell: (article: ArticleShown) => (
              <Row gap={8}>
                {ACTS.map((kind) => (
                  <Button
                    key={kind}
                    size="compact-md"
                    variant="default"
                    aria-label={t(`article.${kind}Of`, { label: article.label })}
                    onClick={() => onAct({ kind, article })}
                  >
                    {t(`article.${kind}`)}
                  </Button>
                ))}
              </Row>
            ),
          },
        ]
      : []),
  ];
}
