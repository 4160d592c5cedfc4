import { Button, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../i18n/words.js';
import { EntryForm, FormField, SaveButton } from './form.js';
import { Row } from './layout.js';
import type { RefusalShown } from './refusal.js';
import { useEntry } from './use-entry.js';

const FRESH = { reason: '' };

/** Asks why before a correction or a void. The act stays in the history, struck through, with this reason. */
export function ReasonDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  /** What will change, in figures: « 1 accompagnement de moins ». */
  readonly consequence: ReactNode;
  readonly confirm: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  /** The key goes with the reason: trying again after a cut does it once. */
  readonly onConfirm: (reason: string, idempotencyKey: string) => void;
  readonly onClose: () => void;
}) {
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
