import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';
import { ResourceFields, type ResourceTyped, resourceOf } from '../add-resource/resource-fields.js';
import { ResourceSource, sourceOf } from '../add-resource/resource-source.js';
import { ADD_VERSION, OF_RESOURCES, RETIRE, REVISE, type ResourceShown } from '../show-resource/resource-query.js';

/** What may be done to a resource: a newer version, another description, out of the library. */
export function KeepResource({ resource }: { readonly resource: ResourceShown }) {
  const t = useWords();
  const retire = useCommand(RETIRE, { touches: OF_RESOURCES });
  return (
    <div className="no-print">
      <Stack gap={16}>
        <Sheet title={t('resource.newVersion')}>
          <NewVersion resource={resource} />
        </Sheet>
        <Unfold label={t('resource.revise')}>
          <Sheet title={t('resource.revise')}>
            <Revise resource={resource} />
          </Sheet>
        </Unfold>
        <div>
          <ConfirmedAct
            label={t('resource.retire')}
            title={resource.title}
            says={t('resource.retireWhat')}
            refusals={retire.refusals}
            sending={retire.sending}
            send={(key) => retire.send({ input: { resourceId: resource.id } }, key)}
            forget={retire.forget}
          />
        </div>
      </Stack>
    </div>
  );
}

function NewVersion({ resource }: { readonly resource: ResourceShown }) {
  const t = useWords();
  const entry = useEntry({ url: '', fileId: null as string | null, note: '', reviewOn: resource.reviewOn ?? '' });
  const add = useCommand(ADD_VERSION, { touches: OF_RESOURCES });
  const { values, set, change } = entry;
  const input = {
    resourceId: resource.id,
    ...sourceOf(values),
    note: values.note || null,
    reviewOn: values.reviewOn || null,
  };
  return (
    <EntryForm
      label={t('resource.newVersion')}
      refusals={add.refusals}
      sending={add.sending}
      onSend={() => void add.send({ input }, entry.idempotencyKey)}
    >
      <p className="soft small">{t('resource.newVersionHelp')}</p>
      <ResourceSource value={values} onChange={({ url, fileId }) => change({ url, fileId })} />
      <TextField path="note" label={t('resource.note')} value={values.note} onChange={(note) => set('note', note)} />
      <TextField
        path="reviewOn"
        type="date"
        label={t('resource.reviewOn')}
        value={values.reviewOn}
        onChange={(reviewOn) => set('reviewOn', reviewOn)}
      />
      <SaveButton as="beside">{t('resource.addVersion')}</SaveButton>
    </EntryForm>
  );
}

function Revise({ resource }: { readonly resource: ResourceShown }) {
  const t = useWords();
  const { title, summary, level, themes, language, minutes, reviewOn } = resource;
  const entry = useEntry<ResourceTyped>({
    ...{ title, level, language, minutes, themes: [...themes] },
    summary: summary ?? '',
    reviewOn: reviewOn ?? '',
  });
  const revise = useCommand(REVISE, { touches: OF_RESOURCES });
  const input = { ...resourceOf(entry.values), resourceId: resource.id, expectedVersion: resource.version };
  return (
    <EntryForm
      label={t('resource.revise')}
      refusals={revise.refusals}
      sending={revise.sending}
      onSend={() => void revise.send({ input }, entry.idempotencyKey)}
    >
      <ResourceFields values={entry.values} change={entry.change} />
      <SaveButton as="beside">{t('resource.reviseSave')}</SaveButton>
    </EntryForm>
  );
}
