import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { BranchForm, type BranchTyped, descriptionOf } from '../branch-form.js';

const OPEN = graphql(`
  mutation OpenBranch($input: OpenBranchInput!) {
    openBranch(input: $input) {
      code
    }
  }
`);

/** Opens a branch; its page is empty until its first day. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { now } = useEnvironment();
  const entry = useEntry<BranchTyped>({
    code: '',
    city: '',
    communeText: '',
    communeCode: '',
    latitude: null,
    longitude: null,
    openedOn: format.localDate(now()),
  });
  useUnsavedGuard(entry.touched);
  const open = useCommand(OPEN, {
    touches: [
      ['read', 'Branches'],
      ['read', 'BranchNames'],
      ['read', 'NetworkMap'],
    ],
  });
  const save = async () => {
    const { values } = entry;
    const input = { ...descriptionOf(values), code: values.code, openedOn: values.openedOn };
    const answer = await open.send({ input }, entry.idempotencyKey);
    if (!answer?.openBranch) return;
    entry.renew();
    await navigate({ to: `/branches/${answer.openBranch.code}`, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newBranch')} />
      <Sheet>
        <BranchForm
          opening
          label={t('branch.open')}
          entry={entry}
          refusals={open.refusals}
          sending={open.sending}
          onSend={() => void save()}
        />
      </Sheet>
    </Stack>
  );
}
