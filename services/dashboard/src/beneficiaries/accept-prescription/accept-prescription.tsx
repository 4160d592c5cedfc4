import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { fullName } from '../../app/veil.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Notice } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import type { PrescriptionShown } from '../list-prescriptions/prescriptions-query.js';
import { OrganisationField } from '../organisation-field.js';

const ACCEPT = graphql(`
  mutation AcceptPrescription($input: AcceptPrescriptionInput!) {
    acceptPrescription(input: $input) {
      id
    }
  }
`);
const KNOWN = graphql(`
  query PrescribedAlready($input: LikelyDuplicatesInput!) {
    likelyDuplicates(input: $input) {
      score
      initials
      birthYear
      branch {
        code
      }
      beneficiary {
        id
        givenName
        familyName
      }
    }
  }
`);

/** Receives the person: under the record that the branch has of them, or under a new one. */
export function AcceptPrescription(props: { readonly prescription: PrescriptionShown; readonly onClose: () => void }) {
  const { prescription, onClose } = props;
  const { id, givenName, familyName, birthYear, phone } = prescription;
  const t = useWords();
  const names = useBranchName();
  const today = useToday();
  const known = useRead(KNOWN, { input: { givenName, familyName, birthYear, phone } });
  const entry = useEntry({ beneficiaryId: '', privacyNoticeReadOn: '', organisationId: '' });
  const accept = useCommand(ACCEPT, {
    touches: [
      ['read', 'Prescriptions'],
      ['read', 'RecentPeople'],
    ],
  });
  const { beneficiaryId, privacyNoticeReadOn, organisationId } = entry.values;
  const found = known.data?.likelyDuplicates ?? [];
  const save = async () => {
    const input = {
      ...{ id, beneficiaryId: beneficiaryId || null, privacyNoticeReadOn: privacyNoticeReadOn || null },
      organisationId: organisationId || null,
    };
    if (await accept.send({ input }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('prescription.accept')}
      save={t('prescription.accept')}
      refusals={accept.refusals}
      sending={accept.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('prescription.acceptWhat')}</p>
      {found
        .filter(({ beneficiary }) => beneficiary === null)
        .map((person) => (
          <Notice key={`${person.initials} ${person.branch?.code} ${person.score}`} tone="care">
            {t('people.similarElsewhere', {
              initials: person.initials,
              year: person.birthYear ?? '?',
              city: names.of(person.branch?.code ?? ''),
            })}
          </Notice>
        ))}
      <ChoiceField
        path="beneficiaryId"
        label={t('prescription.who')}
        value={beneficiaryId}
        onChange={(chosen) => entry.change({ beneficiaryId: chosen })}
        data={[
          { value: '', label: t('prescription.newRecord') },
          ...found.flatMap(({ beneficiary, birthYear: year }) =>
            beneficiary
              ? [{ value: beneficiary.id, label: [fullName(beneficiary), year].filter(Boolean).join(', ') }]
              : [],
          ),
        ]}
      />
      {beneficiaryId === '' ? (
        <TextField
          path="privacyNoticeReadOn"
          type="date"
          max={today}
          label={t('prescription.noticeOn')}
          required
          value={privacyNoticeReadOn}
          onChange={(day) => entry.change({ privacyNoticeReadOn: day })}
        />
      ) : null}
      {prescription.organisation === null ? (
        <OrganisationField
          label={t('prescription.whichOrganisation', { organisation: prescription.organisationNamed ?? '' })}
          value={organisationId}
          onChange={(chosen) => entry.change({ organisationId: chosen })}
        />
      ) : null}
    </FormDialog>
  );
}
