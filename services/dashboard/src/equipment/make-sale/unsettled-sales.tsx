import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { Notice } from '../../ui/layout.js';

const UNSETTLED = graphql(`
  query SaleExceptionsOpen($branch: String) {
    saleExceptions(branch: $branch, first: 100) {
      items {
        id
      }
    }
  }
`);

/** Sales made without the network that somebody still has to settle, and where. */
export function UnsettledSales({ branch }: { readonly branch: string | null }) {
  const t = useWords();
  const read = useRead(UNSETTLED, { branch });
  useLive([read.key], branch ? [branch] : ['*']);
  const count = read.data?.saleExceptions?.items.length ?? 0;
  return count > 0 ? (
    <Notice tone="care">
      <PageLink href="/till/exceptions">{t('keptSale.toSettle', { count })}</PageLink>
    </Notice>
  ) : (
    <p>
      <PageLink href="/till/exceptions">{t('keptSale.list')}</PageLink>
    </p>
  );
}
