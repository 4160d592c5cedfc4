import { Button, Modal, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '../i18n/words.js';
import { EntryForm, FormField, SaveButton } from './form.js';
import { Row } from './layout.js';
import type { ReasonDialogProps } from './reason-dialog.js';
import { useEntry } from './use-entry.js';

const FRESH = { reason: '' };

/** What the person reads and types; see `ReasonDialog`. */
export function ReasonDialogWindow(props: ReasonDialogProps) {
  const t = useWords();
  const { values, idempotencyKey, touched, set, renew } = useEntry(FRESH);
  // Another act opened in the same dialog must not inherit this one's reason or key.
  useEffect(() => {
    if (!props.opened && touched) renew();
  }, [props.opened, touched, renew]);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      transitionProps={{ duration: 180 }}
      centered
    >
      <EntryForm
        label={props.title}
        refusals={props.refusals}
        sending={props.sending}
        onSend={() => props.onConfirm(values.reason.trim(), idempotencyKey)}
      >
        <p>{props.consequence}</p>
        <FormField path="reason" label={t('ui.reason.label')} description={t('ui.reason.help')} required>
          {(control) => (
            <Textarea
              {...control}
              autosize
              minRows={2}
              maxLength={500}
              value={values.reason}
              onChange={(event) => set('reason', event.currentTarget.value)}
              data-autofocus
            />
          )}
        </FormField>
        <Row apart>
          <Button variant="default" onClick={props.onClose}>
            {t('ui.keep')}
          </Button>
          <SaveButton>{props.confirm}</SaveButton>
        </Row>
      </EntryForm>
    </Modal>
  );
}
