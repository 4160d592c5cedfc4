import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Chip, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty, Loading } from '../../ui/states.js';
import { PersonActions } from './person-actions.js';
import { PersonFacts } from './person-facts.js';
import { PERSON, VOID } from './person-query.js';
import { Acts, Corrections, Purchases, Seats } from './timeline.js';

// A dialog that few visits open.
const PickSession = lazy(async () => ({
  default: (await import('../../workshops/enrol-in-session/pick-session.js')).PickSession,
}));

/** They travel apart, with their own words. */
const Notices = lazy(async () => ({ default: (await import('../list-notices/notices.js')).NoticesOfPerson }));
const Assessments = lazy(async () => ({
  default: (await import('../list-assessments/assessments.js')).AssessmentsOfPerson,
}));
const SameRecords = lazy(async () => ({
  default: (await import('../unmerge-beneficiaries/same-records.js')).SameRecords,
}));

const Rights = lazy(async () => ({ default: (await import('../erase-beneficiary/rights.js')).Rights }));

/**
 * A person's record and what was done for them. Three services tell it: each part is a block of its own, so that the one
 * that is away takes only its own lines with it.
 */
export function Page() {
  const t = useWords();
  const label = useLabel();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(PERSON, { id });
  const undo = useCommand(VOID, { touches: [keyOf(PERSON), ['read', 'People'], ['read', 'RecentPeople']] });
  const [voiding, setVoiding] = useState(false);
  const [picking, setPicking] = useState(false);
  const identity = useIdentity();
  const edits = allowed(identity, 'EditBeneficiaries');
  const person = read.data?.beneficiary;
  const gone = person?.voided || person?.erasedAt != null || person?.restrictedAt != null;
  if (!person && read.errors.some((error) => error.code === 'NOT_FOUND')) {
    return (
      <>
        <PageHead title={t('page.person')} />
        <Empty reason="not-yours">{t('people.unknown')}</Empty>
      </>
    );
  }
  return (
    <Stack gap={24}>
      <PageHead
        title={person ? <PersonName name={nameOf(person) || t('people.unnamed')} /> : t('page.person')}
        context={
          person ? (
            <>
              {label('AgeBand', person.ageBand)} {person.voided ? <Chip tone="wrong">{t('people.voided')}</Chip> : null}
              {person.restrictedAt ? <Chip tone="wrong">{t('people.restricted')}</Chip> : null}
              {person.objectedOn ? <Chip tone="wrong">{t('people.objected')}</Chip> : null}
              {person.erasedAt ? <Chip tone="wrong">{t('people.erased')}</Chip> : null}
            </>
          ) : null
        }
        aside={
          <Row gap={16}>
            {person && allowed(identity, 'FollowPeople') ? (
              <>
                {person.kind === 'TRACKED' ? (
                  <PageLink href={`/people/${person.id}/support`}>{t('page.support')}</PageLink>
                ) : null}
                <PageLink href={`/people/${person.id}/timeline`}>{t('page.timeline')}</PageLink>
              </>
            ) : null}
            {edits && person && !gone ? (
              <Button variant="default" onClick={() => setVoiding(true)}>
                {t('people.void')}
              </Button>
            ) : null}
          </Row>
        }
        action={
          person && !gone && person.kind === 'TRACKED' && allowed(identity, 'EnrolInSession') ? (
            <Button onClick={() => setPicking(true)}>{t('people.toSession')}</Button>
          ) : undefined
        }
      />
      <Suspense fallback={null}>
        {person && picking ? <PickSession beneficiaryId={person.id} onClose={() => setPicking(false)} /> : null}
      </Suspense>
      <TwoBanks
        is={
          <>
            <Sheet title={t('people.acts')}>
              <Block read={read} at="beneficiary.supportActs" doing={t('people.doing')}>
                {({ beneficiary }) => <Acts acts={beneficiary?.supportActs ?? []} />}
              </Block>
            </Sheet>
            <Sheet title={t('people.seats')}>
              <Block read={read} at="beneficiary.enrolments" doing={t('people.doing')}>
                {({ beneficiary }) => <Seats seats={beneficiary?.enrolments ?? []} />}
              </Block>
            </Sheet>
            <Sheet title={t('people.purchases')}>
              <Block read={read} at="beneficiary.purchases" doing={t('people.doing')}>
                {({ beneficiary }) => <Purchases sales={beneficiary?.purchases?.items ?? []} />}
              </Block>
            </Sheet>
            <Suspense fallback={<Loading lines={3} />}>
              {person?.kind === 'TRACKED' && allowed(identity, 'FollowPeople') ? (
                <Assessments id={person.id} edits={!gone} />
              ) : null}
            </Suspense>
            <Suspense fallback={null}>{person?.kind === 'TRACKED' ? <Notices id={person.id} /> : null}</Suspense>
          </>
        }
        todo={
          <>
            <Sheet title={t('people.facts')}>
              {/* Its id stands for the record itself: a hole in what others tell of the person is not a hole here. */}
              <Block read={read} at="beneficiary.id" doing={t('people.doing')}>
                {({ beneficiary }) =>
                  beneficiary ? (
                    <Stack gap={24}>
                      <PersonFacts person={beneficiary} />
                      {edits && !gone ? <PersonActions person={beneficiary} /> : null}
                    </Stack>
                  ) : null
                }
              </Block>
            </Sheet>
            <Suspense fallback={null}>
              {person && person.merges.length > 0 ? <SameRecords person={person} /> : null}
            </Suspense>
            {person && person.corrections.length > 0 ? (
              <Sheet title={t('people.corrections')}>
                <Corrections corrections={person.corrections} />
              </Sheet>
            ) : null}
            <Suspense fallback={<Loading lines={3} />}>
              {person?.kind === 'TRACKED' && allowed(identity, 'EraseBeneficiaries') ? (
                <Rights person={person} />
              ) : null}
            </Suspense>
          </>
        }
      />
      <ReasonDialog
        opened={voiding}
        title={t('people.void')}
        consequence={t('people.voidWhat')}
        confirm={t('people.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) =>
          void undo
            .send({ input: { id, reason, expectedVersion: person?.version ?? null } }, key)
            .then((done) => done && setVoiding(false))
        }
        onClose={() => {
          undo.forget();
          setVoiding(false);
        }}
      />
    </Stack>
  );
}

function nameOf(person: { readonly givenName: string | null; readonly familyName: string | null }): string {
  return fullName(person);
}
