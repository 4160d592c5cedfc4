import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { ArticleLanguage } from '../../i18n/article-language.js';
import { useWords } from '../../i18n/words.js';
import { Lines, Sheet } from '../../ui/layout.js';

const SHORTAGES = graphql(`
  query ArticleShortages {
    articleShortages {
      to
      code
      label
      count
      from
    }
  }
`);
/** Enough to begin with: the largest come first. */
const SHOWN = 12;

/** Articles below their level, and which branch could send some; nothing where nothing is short. */
export function ArticleShortages() {
  return (
    <ArticleLanguage>
      <Shortages />
    </ArticleLanguage>
  );
}

function Shortages() {
  const t = useWords();
  const names = useBranchName();
  const read = useRead(SHORTAGES, {});
  if (read.data?.articleShortages?.length === 0) return null;
  return (
    <Sheet title={t('article.shortages')}>
      <Block read={read} at="articleShortages" doing={t('article.doing')} lines={2}>
        {({ articleShortages: found }) => (
          <Lines>
            {(found ?? []).slice(0, SHOWN).map(({ to, from, code, label, count }) => (
              <span key={`${to} ${code} ${from ?? ''}`}>
                {from === null
                  ? t('article.shortOrder', { to: names.of(to), count, label })
                  : t('article.shortFrom', { to: names.of(to), from: names.of(from), count, label })}
              </span>
            ))}
          </Lines>
        )}
      </Block>
    </Sheet>
  );
}
