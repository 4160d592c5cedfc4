import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const FOUND = graphql(`
  query People($text: String!, $branch: String) {
    beneficiaries(text: $text, branch: $branch, first: 50) {
      items {
        id
        givenName
        familyName
        birthYear
        voided
        commune {
          name
        }
      }
    }
  }
`);
const RECENT = graphql(`
  query RecentPeople {
    recentBeneficiaries {
      id
      givenName
      familyName
      birthYear
      voided
      commune {
        name
      }
    }
  }
`);
interface Person {
  readonly id: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly birthYear: number | null;
  readonly voided: boolean;
  readonly commune: { readonly name: string } | null;
}
const ENROL: string = '/people/new';

/** Finds a person of the branch. What is typed stays in memory, never in the address. */
export function Page() {
  const t = useWords();
  const navigate = useNavigate();
  const { one } = useScope();
  const [text, setText] = useState('');
  const searching = text.trim().length >= 2;
  const found = useRead(FOUND, { text, branch: one ?? null }, { enabled: searching });
  const recent = useRead(RECENT, {});
  const identity = useIdentity();
  const desk = allowed(identity, 'LimitBeneficiaries');
  const merges = allowed(identity, 'MergeBeneficiaries');
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.people')}
        action={<Button onClick={() => void navigate({ to: ENROL })}>{t('page.enrol')}</Button>}
        aside={
          <Row gap={16}>
            <PageLink href="/people/soon-archived">{t('page.soonArchived')}</PageLink>
            {allowed(identity, 'AnswerPrescriptions') ? (
              <PageLink href="/prescriptions">{t('page.prescriptions')}</PageLink>
            ) : null}
            {allowed(identity, 'FollowPeople') ? (
              <>
                <PageLink href="/people/support-journeys">{t('page.supports')}</PageLink>
                <PageLink href="/people/follow-ups">{t('page.followUps')}</PageLink>
              </>
            ) : null}
            {allowed(identity, 'ImportPeople') ? (
              <PageLink href="/people/import">{t('page.importPeople')}</PageLink>
            ) : null}
            {merges ? <PageLink href="/people/duplicates">{t('page.duplicates')}</PageLink> : null}
            {desk ? <PageLink href="/people/set-aside">{t('page.setAside')}</PageLink> : null}
            {desk ? <PageLink href="/people/erasures">{t('page.erasures')}</PageLink> : null}
          </Row>
        }
      />
      <TextInput
        label={t('people.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <Sheet title={t(searching ? 'people.found' : 'people.recent')}>
        {searching ? (
          <Block read={found} at="beneficiaries" doing={t('people.doing')}>
            {({ beneficiaries }) => <People rows={beneficiaries?.items ?? []} empty={t('people.none')} />}
          </Block>
        ) : (
          <Block read={recent} at="recentBeneficiaries" doing={t('people.doing')}>
            {({ recentBeneficiaries }) => <People rows={recentBeneficiaries ?? []} empty={t('people.noneYet')} />}
          </Block>
        )}
      </Sheet>
    </Stack>
  );
}

function People({ rows, empty }: { readonly rows: readonly Person[]; readonly empty: string }) {
  const t = useWords();
  return (
    <DataTable
      caption={t('page.people')}
      rows={rows}
      rowKey={(person) => person.id}
      rowState={(person) => (person.voided ? 'voided' : undefined)}
      empty={<Empty reason="no-match">{empty}</Empty>}
      columns={[
        {
          id: 'name',
          label: t('people.name'),
          phone: 'title',
          cell: (person) => (
            <PageLink href={`/people/${person.id}`}>
              <PersonName name={fullName(person) || '–'} />
            </PageLink>
          ),
        },
        { id: 'year', label: t('people.birthYear'), cell: (person) => person.birthYear ?? '–' },
        { id: 'commune', label: t('people.commune'), cell: (person) => person.commune?.name ?? '–' },
      ]}
    />
  );
}
