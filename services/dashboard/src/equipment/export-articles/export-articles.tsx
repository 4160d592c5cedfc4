import { useBranchName } from '../../app/branch-names.js';
import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ARTICLES, type ArticleShown } from '../article-query.js';

/** The counted articles of a branch, as a file. */
export function ExportArticles({ branch }: { readonly branch: string }) {
  const t = useWords();
  const label = useLabel();
  const names = useBranchName();
  const columns: readonly ListColumn<ArticleShown>[] = [
    { label: t('article.label'), means: 'articleLabel', value: (article) => article.label },
    { label: t('article.code'), means: 'articleCode', value: ({ code }) => code },
    { label: t('article.kind'), means: 'articleKind', value: ({ kind }) => label('ArticleKind', kind) },
    { label: t('article.cents'), means: 'articlePrice', value: ({ cents }) => cents / 100 },
    {
      label: t('article.market'),
      means: 'articleMarket',
      value: ({ marketCents }) => (marketCents === null ? null : marketCents / 100),
    },
    { label: t('article.quantity'), means: 'quantity', value: ({ quantity }) => quantity },
  ];
  return (
    <ExportList
      document={ARTICLES}
      variables={{ branch }}
      pageOf={({ articles }) => articles}
      columns={columns}
      file={`articles-${branch}`}
      head={{ title: t('article.list'), scope: names.of(branch), filters: [] }}
    />
  );
}
