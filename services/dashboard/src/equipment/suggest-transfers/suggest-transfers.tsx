import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { Lines, Row, Sheet } from '../../ui/layout.js';
import type { Asked } from '../request-transfer/request-transfer.js';
import { useWhat } from '../transfer-words.js';

const SUGGESTIONS = graphql(`
  query TransferSuggestions {
    transferSuggestions {
      from
      to
      type
      grade
      count
    }
  }
`);
/** Enough to begin with: the largest come first. */
const SHOWN = 6;

/** Where one branch has more than it sells in a month and another less. */
export function TransferSuggestions({ onAsk }: { readonly onAsk: ((asked: Asked) => void) | undefined }) {
  const t = useWords();
  const what = useWhat();
  const names = useBranchName();
  const read = useRead(SUGGESTIONS, {});
  return (
    <Sheet title={t('transfer.suggestions')}>
      <Block read={read} at="transferSuggestions" doing={t('transfer.doing')} lines={2}>
        {({ transferSuggestions: found }) =>
          found && found.length > 0 ? (
            <Lines>
              {found.slice(0, SHOWN).map((one) => (
                <Row key={`${one.from} ${one.to} ${one.type} ${one.grade}`} apart>
                  <span>
                    {t('transfer.suggestion', {
                      from: names.of(one.from),
                      to: names.of(one.to),
                      count: one.count,
                      what: what({ ...one, tag: null }),
                    })}
                  </span>
                  {onAsk ? (
                    <Button variant="default" onClick={() => onAsk(one)}>
                      {t('transfer.suggestDo')}
                    </Button>
                  ) : null}
                </Row>
              ))}
            </Lines>
          ) : (
            <p className="soft">{t('transfer.noSuggestion')}</p>
          )
        }
      </Block>
    </Sheet>
  );
}
