import { Button, Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChoices } from '../../i18n/vocabulary.js';
import { UndoRow } from '../../ui/after-save.js';
import { DeckProgress } from '../../ui/deck.js';
import { NumberField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { KeysField } from '../../ui/keys-field.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { useEntry } from '../../ui/use-entry.js';

const REFUSED: readonly RefusalShown[] = [
  {
    code: 'BIRTH_YEAR',
    kind: 'invalid',
    field: 'input.birthYear',
    fr: 'L’année de naissance doit être comprise entre 1906 et 2026.',
    en: 'The birth year must be between 1906 and 2026.',
  },
  {
    code: 'SESSION_FULL',
    kind: 'conflict',
    fr: 'Cette séance est complète : 8 places sur 8.',
    en: 'This session is full: 8 of 8 seats.',
  },
];

/** Fields, big keys, refusals, what follows a save. */
export function FormGallery() {
  const entry = useEntry({ name: '', birthYear: 1890 as number | null, commune: '33063', notes: '', told: false });
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>(REFUSED);
  const [theme, setTheme] = useState<string | null>('EMAIL');
  const [asking, setAsking] = useState(false);
  const themes = useChoices('MediationTheme').slice(0, 6);
  const statuses = useChoices('SocialStatus');
  return (
    <Sheet title="Formulaires">
      <Stack gap={24}>
        <DeckProgress parts={['Qui', 'Situation', 'Suite']} current={1} />
        <EntryForm label="Inscrire une personne" refusals={refusals} sending={false} onSend={() => setRefusals([])}>
          <FieldRow>
            <FormField path="name" label="Nom" required>
              {(control) => (
                <TextInput
                  {...control}
                  value={entry.values.name}
                  onChange={(e) => entry.set('name', e.currentTarget.value)}
                />
              )}
            </FormField>
            <NumberField
              path="birthYear"
              label="Année de naissance"
              description="Quatre chiffres"
              value={entry.values.birthYear}
              onChange={(value) => entry.set('birthYear', value)}
            />
            <FormField path="status" label="Statut">
              {(control) => <NativeSelect {...control} data={statuses} />}
            </FormField>
            <FormField path="commune" label="Commune">
              {(control) => (
                <Select
                  {...control}
                  searchable
                  data={[
                    { value: '33063', label: 'Bordeaux' },
                    { value: '59350', label: 'Lille' },
                  ]}
                  value={entry.values.commune}
                  onChange={(value) => entry.set('commune', value ?? '')}
                />
              )}
            </FormField>
          </FieldRow>
          <FormField path="notes" label="Notes">
            {(control) => (
              <Textarea
                {...control}
                value={entry.values.notes}
                onChange={(e) => entry.set('notes', e.currentTarget.value)}
              />
            )}
          </FormField>
          <Checkbox
            label="La notice a été lue à la personne"
            checked={entry.values.told}
            onChange={(e) => entry.set('told', e.currentTarget.checked)}
          />
          <Row>
            <SaveButton>Inscrire la personne</SaveButton>
            <Button variant="default" onClick={() => setRefusals(REFUSED)}>
              Montrer les refus
            </Button>
          </Row>
        </EntryForm>
        <KeysField label="Thématique" options={themes} value={theme} onChange={setTheme} />
        <UndoRow onUndo={() => undefined}>Passage enregistré à 10:42.</UndoRow>
        <Button variant="default" onClick={() => setAsking(true)}>
          Annuler une vente
        </Button>
        <ReasonDialog
          opened={asking}
          title="Annuler la vente"
          consequence="1 accompagnement et 70,00 € de moins dans les chiffres du 12 novembre."
          confirm="Annuler la vente"
          refusals={[]}
          sending={false}
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        />
      </Stack>
    </Sheet>
  );
}
