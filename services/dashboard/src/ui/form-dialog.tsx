import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { EntryForm, SaveButton } from './form.js';
import { Row } from './layout.js';
import type { RefusalShown } from './refusal.js';

/** A form over its page, for an act of a few fields; closing it sends nothing and changes nothing. */
export function FormDialog(props: {
  readonly title: string;
  readonly save: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly opened?: boolean;
  readonly children: ReactNode;
}) {
  const t = useWords();
  return (
    <Modal
      opened={props.opened ?? true}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      transitionProps={{ duration: 180 }}
      centered
    >
      <EntryForm label={props.title} refusals={props.refusals} sending={props.sending} onSend={props.onSend}>
        {props.children}
        <Row apart>
          <Button variant="default" onClick={props.onClose}>
            {t('ui.keep')}
          </Button>
          <SaveButton>{props.save}</SaveButton>
        </Row>
      </EntryForm>
    </Modal>
  );
}
