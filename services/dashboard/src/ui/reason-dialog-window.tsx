import { useEffect } from 'react';
import { FormDialog } from './form-dialog.js';
import type { ReasonDialogProps } from './reason-dialog.js';
import { ReasonField } from './reason-field.js';
import { useEntry } from './use-entry.js';

const FRESH = { reason: '' };

/** What the person reads and types; see `ReasonDialog`. */
export function ReasonDialogWindow(props: ReasonDialogProps) {
  const { values, idempotencyKey, touched, set, renew } = useEntry(FRESH);
  // Another act opened in the same dialog must not inherit this one's reason or key.
  useEffect(() => {
    if (!props.opened && touched) renew();
  }, [props.opened, touched, renew]);
  return (
    <FormDialog
      opened={props.opened}
      title={props.title}
      save={props.confirm}
      refusals={props.refusals}
      sending={props.sending}
      onSend={() => props.onConfirm(values.reason.trim(), idempotencyKey)}
      onClose={props.onClose}
    >
      <p>{props.consequence}</p>
      <ReasonField value={values.reason} onChange={(reason) => set('reason', reason)} />
    </FormDialog>
  );
}
