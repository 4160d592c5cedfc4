import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { seesNetwork } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { PlaceLanguage } from '../../i18n/place-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { PageHead, Stack } from '../../ui/layout.js';
import { Loading } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { type PlaceTyped, recordOf, typedOf } from '../place-typed.js';

const REGISTER = graphql(`
  mutation RegisterPlace($input: RegisterPlaceInput!) {
    registerPlace(input: $input) {
      id
    }
  }
`);

/** The form of 32 fields comes after the page's frame. */
const PlaceForm = lazy(async () => ({ default: (await import('../place-form.js')).PlaceForm }));

/** Enters a place into the directory; its own page follows. */
export function Page() {
  return (
    <PlaceLanguage>
      <Register />
    </PlaceLanguage>
  );
}

function Register() {
  const t = useWords();
  const label = useLabel();
  const navigate = useNavigate();
  const names = useBranchName();
  const { one } = useScope();
  const network = seesNetwork(useIdentity());
  const entry = useEntry<PlaceTyped>({ ...typedOf(), branch: one ?? '', externalId: '' });
  useUnsavedGuard(entry.touched);
  const register = useCommand(REGISTER, { touches: [['read', 'Places']] });
  const { values } = entry;
  const text = (name: 'branch' | 'externalId') => String(values[name] ?? '');
  const save = async () => {
    const input = {
      ...recordOf(values),
      branch: text('branch') || null,
      externalId: text('externalId').trim() || null,
    };
    const answer = await register.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.registerPlace) return;
    await navigate({ to: `/places/${answer.registerPlace.id}`, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newPlace')} />
      <Suspense fallback={<Loading lines={8} />}>
        <PlaceForm
          label={t('page.newPlace')}
          typed={values}
          set={entry.set}
          refusals={register.refusals}
          sending={register.sending}
          onSend={() => void save()}
          opening={
            <>
              <TextField
                path="externalId"
                label={label('PlaceColumn', 'id')}
                description={t('place.idHelp')}
                value={text('externalId')}
                onChange={(value) => entry.set('externalId', value)}
              />
              {network ? (
                <ChoiceField
                  path="branch"
                  label={t('place.keptBy')}
                  data={[
                    { value: '', label: t('place.network') },
                    ...names.all.map((code) => ({ value: code, label: names.of(code) })),
                  ]}
                  value={text('branch')}
                  onChange={(value) => entry.set('branch', value)}
                />
              ) : null}
            </>
          }
        />
      </Suspense>
    </Stack>
  );
}
