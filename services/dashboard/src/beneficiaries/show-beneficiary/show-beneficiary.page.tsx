import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { PersonName } from '../../app/veil.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Facts, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';

const PERSON = graphql(`
  query Person($id: UUID!) {
    beneficiary(id: $id) {
      id
      givenName
      familyName
      birthYear
      ageBand
      gender
      socialStatus
      phone
      email
      voided
      enrolledOn
      version
      commune {
        name
      }
      supportActs {
        id
        solution
        occurredAt
        themes
        voided
      }
      enrolments {
        id
        attendance
        session {
          id
          title
          startsAt
        }
      }
      purchases(first: 20) {
        items {
          id
          receipt
          occurredAt
          totalCents
          state
        }
      }
    }
  }
`);
const VOID = graphql(`
  mutation VoidBeneficiary($input: VoidBeneficiaryInput!) {
    voidBeneficiary(input: $input) {
      id
    }
  }
`);
type Person = NonNullable<ResultOf<typeof PERSON>['beneficiary']>;

/** A person's record and what was done for them, told by three services; one that is away leaves its own gap. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { newId } = useEnvironment();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(PERSON, { id });
  const undo = useCommand(VOID, { touches: [keyOf(PERSON)] });
  const [voiding, setVoiding] = useState(false);
  const person = read.data?.beneficiary;
  return (
    <Stack gap={24}>
      <PageHead
        title={
          person ? (
            <PersonName name={`${person.givenName ?? ''} ${person.familyName ?? ''}`.trim() || '–'} />
          ) : (
            t('page.person')
          )
        }
        context={person ? label('AgeBand', person.ageBand) : ''}
        aside={
          person && !person.voided ? (
            <Button variant="default" onClick={() => setVoiding(true)}>
              {t('people.void')}
            </Button>
          ) : null
        }
      />
      <TwoBanks
        is={
          <Sheet title={t('people.timeline')}>
            <Block read={read} at="beneficiary.supportActs" doing={t('people.doing')}>
              {({ beneficiary }) => <Timeline person={beneficiary} />}
            </Block>
          </Sheet>
        }
        todo={
          <Sheet title={t('people.facts')}>
            {person ? (
              <Facts
                facts={[
                  [t('people.birthYear'), person.birthYear ?? '–'],
                  [t('people.commune'), person.commune?.name ?? '–'],
                  [t('people.gender'), label('Gender', person.gender)],
                  [t('people.status'), label('SocialStatus', person.socialStatus)],
                  [t('people.contact'), [person.phone, person.email].filter(Boolean).join(' · ') || '–'],
                  [t('page.people'), format.day(`${person.enrolledOn}T12:00:00Z`, 'short')],
                ]}
              />
            ) : null}
          </Sheet>
        }
      />
      <ReasonDialog
        opened={voiding}
        title={t('people.void')}
        consequence={t('people.voidWhat')}
        confirm={t('people.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason) =>
          void undo.send({ input: { id, reason } }, newId()).then((done) => done && setVoiding(false))
        }
        onClose={() => setVoiding(false)}
      />
    </Stack>
  );
}

function Timeline({ person }: { readonly person: Person | null | undefined }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const steps = [
    ...(person?.supportActs ?? []).map((act) => ({
      id: act.id,
      at: act.occurredAt,
      off: act.voided,
      what: (
        <>
          {label('Solution', act.solution)} · {act.themes.map((theme) => label('MediationTheme', theme)).join(', ')}
        </>
      ),
    })),
    ...(person?.enrolments ?? []).map((enrolment) => ({
      id: enrolment.id,
      at: enrolment.session?.startsAt ?? '',
      off: false,
      what: (
        <>
          {t('people.seat')} ·{' '}
          <PageLink href={`/sessions/${enrolment.session?.id ?? ''}`}>{enrolment.session?.title ?? '–'}</PageLink> ·{' '}
          {label('Attendance', enrolment.attendance)}
        </>
      ),
    })),
    ...(person?.purchases?.items ?? []).map((sale) => ({
      id: sale.id,
      at: sale.occurredAt,
      off: sale.state !== 'MADE',
      what: (
        <>
          {t('people.purchase')} · {sale.receipt} · {format.money(sale.totalCents)}
        </>
      ),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (steps.length === 0) return <Empty reason="nothing-yet">{t('people.noTimeline')}</Empty>;
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id}>
          <span className="soft small">{step.at ? format.moment(step.at) : ''}</span>{' '}
          {step.off ? <s>{step.what}</s> : step.what}
        </li>
      ))}
    </ol>
  );
}
