import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { Row } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import type { PrescriptionShown } from './prescriptions-query.js';

const REJECT = graphql(`
  mutation RejectPrescription($input: RejectPrescriptionInput!) {
    rejectPrescription(input: $input) {
      id
    }
  }
`);
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
// A dialog that few visits open.
const Accept = lazy(async () => ({
  default: (await import('../accept-prescription/accept-prescription.js')).AcceptPrescription,
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
  const reject = useCommand(REJECT, TOUCHES);
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
      </Suspense>
      <ReasonDialog
        opened={rejecting}
        title={t('prescription.reject')}
        consequence={t('prescription.rejectWhat')}
        confirm={t('prescription.reject')}
        refusals={reject.refusals}
        sending={reject.sending}
        onConfirm={(reason, key) =>
          void reject.send({ input: { id, reason } }, key).then((done) => done && setRejecting(false))
        }
        onClose={() => {
          reject.forget();
          setRejecting(false);
        }}
      />
    </Row>
  );
}
