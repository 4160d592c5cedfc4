import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import type { PrescriptionShown } from '../list-prescriptions/prescriptions-query.js';

const REJECT = graphql(`
  mutation RejectPrescription($input: RejectPrescriptionInput!) {
    rejectPrescription(input: $input) {
      id
    }
  }
`);
const NEAR = graphql(`
  query PlacesNear($branch: String!) {
    placesNear(branch: $branch, first: 20) {
      distanceKm
      place {
        id
        name
        address
        postcode
        commune
      }
    }
  }
`);

/** Says why the branch cannot receive somebody, and which place within ten kilometres may. */
export function RejectPrescription(props: { readonly prescription: PrescriptionShown; readonly onClose: () => void }) {
  const { prescription, onClose } = props;
  const { id, branch } = prescription;
  const t = useWords();
  const format = useFormat();
  const near = useRead(NEAR, { branch: branch?.code ?? '' });
  const entry = useEntry({ reason: '', otherPlaceId: '' });
  const { reason, otherPlaceId } = entry.values;
  const reject = useCommand(REJECT, { touches: [['read', 'Prescriptions']] });
  const places = (near.data?.placesNear ?? []).map(({ distanceKm, place }) => ({
    value: place.id,
    label: t('prescription.placeWords', {
      ...{ name: place.name ?? '', address: place.address ?? '', commune: `${place.postcode} ${place.commune}` },
      km: format.number(distanceKm, 1),
    }),
  }));
  const save = async () => {
    const otherPlaceWords = places.find(({ value }) => value === otherPlaceId)?.label ?? null;
    const input = { id, reason, otherPlaceId: otherPlaceId || null, otherPlaceWords };
    if (await reject.send({ input }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('prescription.reject')}
      save={t('prescription.reject')}
      refusals={reject.refusals}
      sending={reject.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('prescription.rejectWhat')}</p>
      <ReasonField value={reason} onChange={(typed) => entry.change({ reason: typed })} />
      <ChoiceField
        path="otherPlaceId"
        label={t('prescription.otherPlace')}
        description={
          places.length === 0 && near.data ? t('prescription.noOtherPlace') : t('prescription.otherPlaceHelp')
        }
        value={otherPlaceId}
        onChange={(chosen) => entry.change({ otherPlaceId: chosen })}
        data={[{ value: '', label: '–' }, ...places]}
      />
    </FormDialog>
  );
}
