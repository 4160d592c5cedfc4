import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { EntryForm, SaveButton } from '../ui/form.js';
import { Row } from '../ui/layout.js';
import type { RefusalShown } from '../ui/refusal.js';

/** One act on the shelf, over the list that it changes. */
export function ArticleDialog(props: {
  readonly title: string;
  readonly save: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords();
  return (
    <Modal
      opened
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
