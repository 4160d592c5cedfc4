import { Button, Modal, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { EntryForm, FormField, SaveButton } from './form.js';
import { Row } from './layout.js';
import type { RefusalShown } from './refusal.js';

/** Asks why before a correction or a void. The act stays in the history, struck through, with this reason. */
export function ReasonDialog(props: {
  readonly opened: boolean;
  readonly title: string;
  /** What will change, in figures: « 1 accompagnement de moins ». */
  readonly consequence: ReactNode;
  readonly confirm: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const [reason, setReason] = useState('');
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
        onSend={() => props.onConfirm(reason.trim())}
      >
        <p>{props.consequence}</p>
        <FormField path="reason" label={t('ui.reason.label')} description={t('ui.reason.help')} required>
          {(control) => (
            <Textarea
              {...control}
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
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
