import { Checkbox, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

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
  const levels = useChoices('WorkshopLevel');
  const themes = useChoices('MediationTheme');
  const entry = useEntry({
    title: '',
    level: 'BEGINNER',
    themes: [] as string[],
    minutes: 120,
    resourceTitle: '',
    resourceUrl: '',
  });
  useUnsavedGuard(entry.touched);
  const create = useCommand(CREATE, { touches: [['read', 'SessionChoices']] });
  const { values } = entry;
  const save = async () => {
    const input = {
      ...values,
      branch: one ?? null,
      resourceTitle: values.resourceTitle || null,
      resourceUrl: values.resourceUrl || null,
    };
    if (!(await create.send({ input: input as never }, entry.idempotencyKey))) return;
    entry.renew();
    // What was typed is saved: nothing to ask about before leaving.
    void navigate({ to: '/sessions/new' as string, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newWorkshop')} />
      <Sheet>
        <EntryForm
          label={t('page.newWorkshop')}
          refusals={create.refusals}
          sending={create.sending}
          onSend={() => void save()}
        >
          <FormField path="input.title" label={t('workshop.title')} required>
            {(control) => (
              <TextInput
                {...control}
                value={values.title}
                onChange={(event) => entry.set('title', event.currentTarget.value)}
              />
            )}
          </FormField>
          <FieldRow>
            <ChoiceField
              path="level"
              label={t('workshop.level')}
              data={levels}
              value={values.level}
              onChange={(level) => entry.set('level', level)}
            />
            <NumberField
              path="minutes"
              label={t('workshop.minutes')}
              required
              value={values.minutes}
              onChange={(minutes) => entry.set('minutes', minutes ?? 0)}
            />
          </FieldRow>
          <FormField path="input.themes" label={t('workshop.themes')} required>
            {({ id, label, error }) => (
              <Checkbox.Group
                id={id}
                label={label}
                error={error}
                value={values.themes}
                onChange={(chosen) => entry.set('themes', chosen)}
              >
                <Group gap="sm">
                  {themes.map((theme) => (
                    <Checkbox key={theme.value} value={theme.value} label={theme.label} />
                  ))}
                </Group>
              </Checkbox.Group>
            )}
          </FormField>
          <FieldRow>
            <FormField path="input.resourceTitle" label={t('workshop.resourceTitle')}>
              {(control) => (
                <TextInput
                  {...control}
                  value={values.resourceTitle}
                  onChange={(event) => entry.set('resourceTitle', event.currentTarget.value)}
                />
              )}
            </FormField>
            <FormField path="input.resourceUrl" label={t('workshop.resourceUrl')}>
              {(control) => (
                <TextInput
                  {...control}
                  type="url"
                  value={values.resourceUrl}
                  onChange={(event) => entry.set('resourceUrl', event.currentTarget.value)}
                />
              )}
            </FormField>
          </FieldRow>
          <SaveButton as="main">{t('workshop.save')}</SaveButton>
        </EntryForm>
      </Sheet>
    </Stack>
  );
}
