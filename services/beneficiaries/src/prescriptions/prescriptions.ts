import { AcceptPrescription } from './accept-prescription/accept-prescription.js';
import { AcceptPrescriptionResolver } from './accept-prescription/accept-prescription.resolver.js';
import { ChangePrescription } from './change-prescription.js';
import { FinishPrescriptionResolver } from './finish-prescription/finish-prescription.resolver.js';
import { ForgetPrescriptions } from './forget-prescriptions/forget-prescriptions.js';
import { CountLatePrescriptionsResolver } from './list-prescriptions/count-late-prescriptions.resolver.js';
import { ListPrescriptionsResolver } from './list-prescriptions/list-prescriptions.resolver.js';
import { ListPrescriptionsOfPersonResolver } from './list-prescriptions-of-person/list-prescriptions-of-person.resolver.js';
import { PrescribeByMail } from './prescribe-by-mail/prescribe-by-mail.js';
import { PrescribePerson } from './prescribe-person/prescribe-person.js';
import { PrescribePersonResolver } from './prescribe-person/prescribe-person.resolver.js';
import { PrescriberLinks } from './prescriber-links.js';
import { RejectPrescriptionResolver } from './reject-prescription/reject-prescription.resolver.js';
import { SendLetters } from './send-letters/send-letters.js';
import { ShowPrescriptionResolver } from './show-prescription/show-prescription.resolver.js';
import { TellDelays } from './tell-delays/tell-delays.js';
import { WithdrawConsentResolver } from './withdraw-consent/withdraw-consent.resolver.js';

/** What is done with prescriptions. */
export const PRESCRIPTIONS = [
  ChangePrescription,
  PrescribePerson,
  PrescribePersonResolver,
  { provide: PrescriberLinks, useFactory: () => PrescriberLinks.from(process.env) },
  PrescribeByMail,
  SendLetters,
  TellDelays,
  AcceptPrescription,
  AcceptPrescriptionResolver,
  RejectPrescriptionResolver,
  FinishPrescriptionResolver,
  WithdrawConsentResolver,
  ListPrescriptionsResolver,
  CountLatePrescriptionsResolver,
  ListPrescriptionsOfPersonResolver,
  ShowPrescriptionResolver,
  ForgetPrescriptions,
];
