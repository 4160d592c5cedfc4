import { Checkbox } from '@mantine/core';
import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { Sheet } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const HELPER = graphql(`
  query Helper($id: UUID!) {
    member(id: $id) {
      id
      version
      helperKind
      skills
      languages
      trainings
      charterSignedOn
      missionEndsOn
    }
  }
`);
type Shown = NonNullable<ResultOf<typeof HELPER>['member']>;
const DESCRIBE = graphql(`
  mutation DescribeHelper($input: DescribeHelperInput!) {
    describeHelper(input: $input) {
      id
      version
    }
  }
`);
const TOUCHES = [
  ['read', 'Helper'],
  ['read', 'Helpers'],
  ['read', 'Member'],
] as const;

/** What a member brings as a helper; it puts them into the directory. */
export function DescribeHelper({ id }: { readonly id: string }) {
  return (
    <TeamLanguage>
      <Described id={id} />
    </TeamLanguage>
  );
}

function Described({ id }: { readonly id: string }) {
  const t = useWords();
  const read = useRead(HELPER, { id });
  return (
    <Sheet title={t('helpers.describe')}>
      <Block read={read} at="member" doing={t('helpers.doing')}>
        {({ member }) => (member ? <Form key={member.version} member={member} /> : null)}
      </Block>
    </Sheet>
  );
}

function Form({ member }: { readonly member: Shown }) {
  const t = useWords();
  const kinds = useChoices('HelperKind');
  const themes = useChoices('MediationTheme');
  const trainings = useChoices('HelperTraining');
  const entry = useEntry({
    kind: member.helperKind ?? 'VOLUNTEER',
    skills: [...member.skills] as string[],
    languages: member.languages.join(', '),
    trainings: [...member.trainings] as string[],
    charterSignedOn: member.charterSignedOn ?? '',
    missionEndsOn: member.missionEndsOn ?? '',
  });
  const describe = useCommand(DESCRIBE, { touches: TOUCHES });
  const { values, set } = entry;
  const save = () =>
    describe.send(
      {
        input: {
          id: member.id,
          kind: values.kind as 'VOLUNTEER',
          skills: values.skills as 'EMAIL'[],
          languages: values.languages.split(/[\s,;]+/).filter(Boolean),
          trainings: values.trainings as 'WELCOMING'[],
          charterSignedOn: values.charterSignedOn || null,
          missionEndsOn: values.missionEndsOn || null,
          expectedVersion: member.version,
        },
      },
      entry.idempotencyKey,
    );
  return (
    <EntryForm
      label={t('helpers.describe')}
      refusals={describe.refusals}
      sending={describe.sending}
      onSend={() => void save()}
    >
      <ChoiceField
        path="kind"
        label={t('helpers.kind')}
        data={kinds}
        value={values.kind}
        onChange={(kind) => set('kind', kind as 'VOLUNTEER')}
      />
      <Ticks label={t('helpers.skills')} of={themes} on={values.skills} onChange={(skills) => set('skills', skills)} />
      <Ticks
        label={t('helpers.trainings')}
        of={trainings}
        on={values.trainings}
        onChange={(followed) => set('trainings', followed)}
      />
      <TextField
        path="languages"
        label={t('helpers.languages')}
        value={values.languages}
        onChange={(text) => set('languages', text)}
      />
      <FieldRow>
        <TextField
          path="charterSignedOn"
          label={t('helpers.charter')}
          type="date"
          value={values.charterSignedOn}
          onChange={(text) => set('charterSignedOn', text)}
        />
        <TextField
          path="missionEndsOn"
          label={t('helpers.until')}
          type="date"
          value={values.missionEndsOn}
          onChange={(text) => set('missionEndsOn', text)}
        />
      </FieldRow>
      <SaveButton as="main">{t('helpers.save')}</SaveButton>
    </EntryForm>
  );
}

/** Some of several values. */
function Ticks(props: {
  readonly label: string;
  readonly of: readonly { readonly value: string; readonly label: string }[];
  readonly on: readonly string[];
  readonly onChange: (on: string[]) => void;
}) {
  return (
    <fieldset>
      <legend>{props.label}</legend>
      {props.of.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={props.on.includes(value)}
          onChange={(event) =>
            props.onChange(
              event.currentTarget.checked ? [...props.on, value] : props.on.filter((other) => other !== value),
            )
          }
        />
      ))}
    </fieldset>
  );
}
