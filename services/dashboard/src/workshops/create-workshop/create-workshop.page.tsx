import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { WorkshopForm, type WorkshopTyped, workshopOf } from '../workshop-form.js';

const CREATE = graphql(`
  mutation CreateWorkshop($input: CreateWorkshopInput!) {
    createWorkshop(input: $input) {
      id
    }
  }
`);

/** Describes a workshop that sessions can then be planned of, with the link to its resource. */
export function Page() {
  const t = useWords();
  const navigate = useNavigate();
  const { one } = useScope();
  const entry = useEntry<WorkshopTyped>({
    title: '',
    level: 'BEGINNER',
    themes: [],
    minutes: 120,
    resourceTitle: '',
    resourceUrl: '',
  });
  useUnsavedGuard(entry.touched);
  const create = useCommand(CREATE, { touches: [['read', 'SessionChoices']] });
  const save = async () => {
    const input = { ...workshopOf(entry.values), branch: one ?? null };
    if (!(await create.send({ input }, entry.idempotencyKey))) return;
    entry.renew();
    // What was typed is saved: nothing to ask about before leaving.
    void navigate({ to: '/sessions/new' as string, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newWorkshop')} />
      <Sheet>
        <WorkshopForm
          label={t('page.newWorkshop')}
          save={t('workshop.save')}
          entry={entry}
          refusals={create.refusals}
          sending={create.sending}
          onSend={() => void save()}
        />
      </Sheet>
    </Stack>
  );
}
