import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { Row } from '../../ui/layout.js';
import type { PrescriptionShown } from './prescriptions-query.js';

const FINISH = graphql(`
  mutation FinishPrescription($input: FinishPrescriptionInput!) {
    finishPrescription(input: $input) {
      id
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      id
    }
  }
`);
// Dialogs that few visits open.
const Accept = lazy(async () => ({
  default: (await import('../accept-prescription/accept-prescription.js')).AcceptPrescription,
}));
const Reject = lazy(async () => ({
  default: (await import('../reject-prescription/reject-prescription.js')).RejectPrescription,
}));
const TOUCHES = { touches: [['read', 'Prescriptions']] };

/** What may be done with a prescription as it stands. */
export function PrescriptionActs(props: {
  readonly prescription: PrescriptionShown;
  readonly acting: boolean;
  readonly onAct: (prescription: PrescriptionShown | null) => void;
}) {
  const { prescription, acting, onAct } = props;
  const { id, state, consentWithdrawnAt } = prescription;
  const t = useWords();
  const [rejecting, setRejecting] = useState(false);
  const finish = useCommand(FINISH, TOUCHES);
  const withdraw = useCommand(WITHDRAW, TOUCHES);
  return (
    <Row gap={8}>
      {state === 'PENDING' ? (
        <>
          <Button onClick={() => onAct(prescription)}>{t('prescription.accept')}</Button>
          <Button variant="default" onClick={() => setRejecting(true)}>
            {t('prescription.reject')}
          </Button>
        </>
      ) : null}
      {state === 'ACCEPTED' || state === 'IN_PROGRESS' ? (
        <ConfirmedAct
          label={t('prescription.finish')}
          title={t('prescription.finish')}
          says={t('prescription.finishWhat')}
          refusals={finish.refusals}
          sending={finish.sending}
          send={(key) => finish.send({ input: { id } }, key)}
          forget={finish.forget}
        />
      ) : null}
      {consentWithdrawnAt === null ? (
        <ConfirmedAct
          label={t('prescription.withdraw')}
          title={t('prescription.withdraw')}
          says={t('prescription.withdrawWhat')}
          refusals={withdraw.refusals}
          sending={withdraw.sending}
          send={(key) => withdraw.send({ input: { id } }, key)}
          forget={withdraw.forget}
        />
      ) : null}
      <Suspense fallback={null}>
        {acting ? <Accept prescription={prescription} onClose={() => onAct(null)} /> : null}
        {rejecting ? <Reject prescription={prescription} onClose={() => setRejecting(false)} /> : null}
      </Suspense>
    </Row>
  );
}
