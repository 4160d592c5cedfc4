import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { usePages } from '../../app/use-pages.js';
import { fullName, PersonName } from '../../app/veil.js';
import { DuplicateLanguage } from '../../i18n/duplicate-language.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { DataTable } from '../../ui/data-table.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { PAIRS, type PairedShown, type PairShown } from './pairs-query.js';

const DISMISS = graphql(`
  mutation DismissDuplicate($input: DismissDuplicateInput!) {
    dismissDuplicate(input: $input)
  }
`);
// A dialog that few visits open.
const Merge = lazy(async () => ({
  default: (await import('../merge-beneficiaries/merge-beneficiaries.js')).MergeBeneficiaries,
}));

/** People who may be one, in the whole network, for whoever answers for a branch to say. */
export function Page() {
  return (
    <DuplicateLanguage>
      <Pairs />
    </DuplicateLanguage>
  );
}

function Pairs() {
  const t = useWords();
  const read = usePages(PAIRS, { after: null }, ({ duplicatePairs }) => duplicatePairs);
  const [merging, setMerging] = useState<PairShown | null>(null);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.duplicates')} context={t('duplicates.context')} />
      <Sheet>
        <Block read={read} at="duplicatePairs" doing={t('duplicates.doing')} lines={6}>
          {() => (
            <DataTable
              caption={t('page.duplicates')}
              rows={read.items}
              rowKey={(pair) => pair.id}
              onMore={read.more}
              loadingMore={read.loadingMore}
              empty={<Empty reason="nothing-yet">{t('duplicates.none')}</Empty>}
              columns={[
                {
                  id: 'first',
                  label: t('duplicates.first'),
                  phone: 'title',
                  cell: ({ people: [one] }) => (one ? <Who person={one} /> : null),
                },
                {
                  id: 'second',
                  label: t('duplicates.second'),
                  phone: 'main',
                  cell: ({ people: [, other] }) => (other ? <Who person={other} /> : null),
                },
                {
                  id: 'because',
                  label: t('duplicates.because'),
                  cell: ({ because, score }) => (
                    <>
                      {because.map((like) => t(`duplicates.like.${like}`)).join(', ')}{' '}
                      <span className="soft small">{t('duplicates.score', { score })}</span>
                    </>
                  ),
                },
                {
                  id: 'answer',
                  label: t('duplicates.answer'),
                  phone: 'main',
                  cell: (pair) => (
                    <Row gap={8}>
                      <Button variant="default" onClick={() => setMerging(pair)}>
                        {t('duplicates.same')}
                      </Button>
                      <NotSame pairId={pair.id} />
                    </Row>
                  ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      <Suspense fallback={null}>
        {merging ? <Merge people={merging.people} onClose={() => setMerging(null)} /> : null}
      </Suspense>
    </Stack>
  );
}

function Who({ person }: { readonly person: PairedShown }) {
  const t = useWords();
  const names = useBranchName();
  const { beneficiary, birthYear, branch } = person;
  return (
    <>
      {beneficiary ? (
        <PageLink href={`/people/${beneficiary.id}`}>
          <PersonName name={fullName(beneficiary) || '–'} />
        </PageLink>
      ) : (
        person.initials
      )}
      <div className="soft small">
        {[birthYear === null ? null : t('duplicates.born', { year: String(birthYear) }), names.of(branch?.code ?? '')]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
}

function NotSame({ pairId }: { readonly pairId: string }) {
  const t = useWords();
  const dismiss = useCommand(DISMISS, { touches: [['read', 'DuplicatePairs']] });
  return (
    <ConfirmedAct
      label={t('duplicates.notSame')}
      title={t('duplicates.notSame')}
      says={t('duplicates.notSameWhat')}
      refusals={dismiss.refusals}
      sending={dismiss.sending}
      send={(key) => dismiss.send({ input: { pairId } }, key)}
      forget={dismiss.forget}
    />
  );
}
