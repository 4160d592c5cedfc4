import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { DuplicateLanguage } from '../../i18n/duplicate-language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Row, Sheet } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { PERSON, type PersonShown } from '../show-beneficiary/person-query.js';

const UNMERGE = graphql(`
  mutation UnmergeBeneficiaries($input: UnmergeBeneficiariesInput!) {
    unmergeBeneficiaries(input: $input) {
      id
    }
  }
`);

/** Other records of the same person, and the way to part them again. */
export function SameRecords({ person }: { readonly person: PersonShown }) {
  return (
    <DuplicateLanguage>
      <Inside person={person} />
    </DuplicateLanguage>
  );
}

function Inside({ person }: { readonly person: PersonShown }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const identity = useIdentity();
  const [parting, setParting] = useState<string | null>(null);
  const unmerge = useCommand(UNMERGE, { touches: [keyOf(PERSON), ['read', 'People'], ['read', 'RecentPeople']] });
  return (
    <Sheet title={t('duplicates.records')}>
      <ul className="plain">
        {person.merges.map(({ id, keptId, mergedId, keptBranch, mergedBranch, mergedAt }) => {
          const kept = keptId === person.id;
          const branch = (kept ? mergedBranch : keptBranch)?.code ?? '';
          return (
            <li key={id}>
              {t(kept ? 'duplicates.keptHere' : 'duplicates.keptThere', {
                city: names.of(branch),
                at: format.day(mergedAt.slice(0, 10)),
              })}
              <Row gap={8}>
                <PageLink href={`/people/${kept ? mergedId : keptId}`}>{t('duplicates.open')}</PageLink>
                {allowed(identity, 'MergeBeneficiaries') ? (
                  <Button variant="default" onClick={() => setParting(id)}>
                    {t('duplicates.part')}
                  </Button>
                ) : null}
              </Row>
            </li>
          );
        })}
      </ul>
      <ReasonDialog
        opened={parting !== null}
        title={t('duplicates.part')}
        consequence={t('duplicates.partWhat')}
        confirm={t('duplicates.part')}
        refusals={unmerge.refusals}
        sending={unmerge.sending}
        onConfirm={(reason, key) =>
          void unmerge.send({ input: { mergeId: parting ?? '', reason } }, key).then((done) => done && setParting(null))
        }
        onClose={() => {
          unmerge.forget();
          setParting(null);
        }}
      />
    </Sheet>
  );
}
