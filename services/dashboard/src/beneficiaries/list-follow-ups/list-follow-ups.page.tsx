import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { fullName, PersonName } from '../../app/veil.js';
import { AssessmentLanguage } from '../../i18n/assessment-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const FOLLOW_UPS = graphql(`
  query FollowUps($branch: String, $after: String) {
    followUps(branch: $branch, first: 20, after: $after) {
      endCursor
      items {
        id
        dueOn
        exitOn
        beneficiary {
          id
          givenName
          familyName
          phone
          email
        }
      }
    }
  }
`);
// A dialog that few visits open.
const RecordAssessment = lazy(async () => ({
  default: (await import('../record-assessment/record-assessment.js')).RecordAssessment,
}));

/** Whom the branch asks how they are doing, six months after their support ended. */
export function Page() {
  return (
    <AssessmentLanguage>
      <FollowUps />
    </AssessmentLanguage>
  );
}

function FollowUps() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const read = usePages(FOLLOW_UPS, { branch: one ?? null, after: null }, ({ followUps }) => followUps);
  const [asked, setAsked] = useState<string | null>(null);
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  return (
    <Stack gap={24}>
      <PageHead title={t('page.followUps')} context={t('followUp.context')} />
      <Block read={read} at="followUps" doing={t('followUp.doing')} lines={6}>
        {() => (
          <DataTable
            caption={t('page.followUps')}
            rows={read.items}
            rowKey={({ id }) => id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('followUp.none')}</Empty>}
            columns={[
              {
                id: 'person',
                label: t('followUp.person'),
                phone: 'title',
                cell: ({ beneficiary }) => (
                  <PageLink href={`/people/${beneficiary.id}`}>
                    <PersonName name={fullName(beneficiary) || '–'} />
                  </PageLink>
                ),
              },
              {
                id: 'contact',
                label: t('followUp.contact'),
                cell: ({ beneficiary: { phone, email } }) =>
                  [phone ? format.phone(phone) : null, email].filter(Boolean).join(' · ') || '–',
              },
              { id: 'exit', label: t('followUp.exit'), cell: ({ exitOn }) => day(exitOn) },
              { id: 'due', label: t('followUp.due'), phone: 'main', cell: ({ dueOn }) => day(dueOn) },
              {
                id: 'act',
                label: t('followUp.act'),
                phone: 'main',
                cell: ({ beneficiary }) => (
                  <Button variant="default" onClick={() => setAsked(beneficiary.id)}>
                    {t('followUp.act')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Block>
      <Suspense fallback={null}>
        {asked ? <RecordAssessment beneficiaryId={asked} moment="SIX_MONTHS" onClose={() => setAsked(null)} /> : null}
      </Suspense>
    </Stack>
  );
}
