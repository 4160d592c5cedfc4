import { Modal } from '@mantine/core';
import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { ArticleShown } from '../article-query.js';

const MOVEMENTS = graphql(`
  query ArticleMovements($id: UUID!) {
    article(id: $id) {
      movements(first: 50) {
        id
        at
        what
        before
        after
        reason
      }
    }
  }
`);

/** Why the number on a shelf is what it is: its last movements, and the words of a count that differed. */
export function ListMovements(props: { readonly article: ArticleShown; readonly onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const { id, label } = props.article;
  const read = useRead(MOVEMENTS, { id });
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('article.movementsOf', { label })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      transitionProps={{ duration: 180 }}
      centered
    >
      <Block read={read} at="article" doing={t('article.movementDoing')}>
        {({ article }) =>
          article && article.movements.length > 0 ? (
            <ol className="plain">
              {article.movements.map(({ id: key, at, what, before, after, reason }) => (
                <li key={key}>
                  <span className="soft small">{format.moment(at)}</span> {t(`article.${what}`)} ·{' '}
                  {t('article.movement', { before: format.number(before), after: format.number(after) })}
                  {reason ? ` · ${reason}` : ''}
                </li>
              ))}
            </ol>
          ) : (
            <p className="soft">{t('article.noMovement')}</p>
          )
        }
      </Block>
    </Modal>
  );
}
