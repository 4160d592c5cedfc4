import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { ResourceLanguage } from '../../i18n/resource-language.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { ResourceFields, type ResourceTyped, resourceOf } from './resource-fields.js';
import { ResourceSource, type SourceTyped, sourceOf } from './resource-source.js';

const ADD = graphql(`
  mutation AddResource($input: AddResourceInput!) {
    addResource(input: $input) {
      id
    }
  }
`);
const EMPTY: ResourceTyped & SourceTyped = {
  ...{ title: '', summary: '', level: 'BEGINNER', themes: [], language: 'fr', minutes: 30, reviewOn: '' },
  ...{ url: '', fileId: null },
};

/** Puts a resource into the library, with a file or an address. */
export function Page() {
  return (
    <ResourceLanguage>
      <AddResource />
    </ResourceLanguage>
  );
}

function AddResource() {
  const t = useWords();
  const navigate = useNavigate();
  const { one } = useScope();
  const entry = useEntry(EMPTY);
  useUnsavedGuard(entry.touched);
  const add = useCommand(ADD, { touches: [['read', 'Resources']] });
  const save = async () => {
    const input = { ...resourceOf(entry.values), ...sourceOf(entry.values), branch: one ?? null };
    const added = (await add.send({ input }, entry.idempotencyKey))?.addResource;
    if (!added) return;
    entry.renew();
    void navigate({ to: `/resources/${added.id}` as string, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newResource')} />
      <Sheet>
        <EntryForm
          label={t('page.newResource')}
          refusals={add.refusals}
          sending={add.sending}
          onSend={() => void save()}
        >
          <ResourceFields values={entry.values} change={entry.change} />
          <ResourceSource value={entry.values} onChange={({ url, fileId }) => entry.change({ url, fileId })} />
          <SaveButton as="main">{t('resource.add')}</SaveButton>
        </EntryForm>
      </Sheet>
    </Stack>
  );
}
