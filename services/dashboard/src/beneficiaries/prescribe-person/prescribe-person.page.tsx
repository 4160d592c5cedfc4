import { PrescriptionLanguage } from '../../i18n/prescription-language.js';
import { Stack } from '../../ui/layout.js';
import { OwnPrescriptions } from './own-prescriptions.js';
import { PrescriptionForm } from './prescription-form.js';

/** A prescriber’s desk: the form of two minutes, and how far each person is, as far as they agreed. */
export function Page() {
  return (
    <PrescriptionLanguage>
      <Stack gap={24}>
        <PrescriptionForm />
        <OwnPrescriptions />
      </Stack>
    </PrescriptionLanguage>
  );
}
