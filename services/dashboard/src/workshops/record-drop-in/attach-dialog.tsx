import { Modal } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { FindPerson } from '../find-person.js';

/** Finds the person whom an anonymous drop-in was for. */
export function AttachDialog(props: {
  readonly refusals: readonly RefusalShown[];
  readonly onPick: (beneficiaryId: string) => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('dropIn.attachTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <RefusalSummary refusals={props.refusals} />
      <FindPerson action={t('dropIn.attach')} onPick={props.onPick} />
    </Modal>
  );
}
