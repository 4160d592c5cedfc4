import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { instantOf } from '../../ui/local-time.js';
import { useEntry } from '../../ui/use-entry.js';
import { OF_SHIFTS, SCHEDULE } from '../list-shifts/shift-query.js';
import { ShiftTimes } from '../shift-times.js';

const PLACES = graphql(`
  query ShiftPlaces($branch: String) {
    places(branch: $branch, first: 100) {
      items {
        id
        name
      }
    }
  }
`);

/** Says that helpers are wanted. */
export function ScheduleShift({ branch }: { readonly branch: string | null }) {
  const t = useWords();
  const read = useRead(PLACES, { branch });
  return (
    <Sheet title={t('shifts.new')}>
      <Block read={read} at="places" doing={t('shifts.doing')}>
        {({ places }) => <Form branch={branch} places={places?.items ?? []} />}
      </Block>
    </Sheet>
  );
}

function Form(props: {
  readonly branch: string | null;
  readonly places: readonly { readonly id: string; readonly name: string | null }[];
}) {
  const t = useWords();
  const { zone } = useFormat();
  const themes = useChoices('MediationTheme');
  const [search] = useSearch();
  // The hour that somebody was led here with, by the clock of the branch.
  const startsAt = instantOf(search['at'] ?? '', zone) === null ? '' : (search['at'] ?? '');
  const fresh = { placeId: props.places[0]?.id ?? '', startsAt, endsAt: '', needed: 2, skill: '' };
  const entry = useEntry(fresh);
  const schedule = useCommand(SCHEDULE, { touches: OF_SHIFTS });
  const { values, set } = entry;
  const save = async () => {
    const input = {
      branch: props.branch,
      placeId: values.placeId,
      // Left empty they are sent as such, and refused beside their fields.
      startsAt: instantOf(values.startsAt, zone) as string,
      endsAt: instantOf(values.endsAt, zone) as string,
      needed: values.needed,
      skills: values.skill === '' ? [] : [values.skill as 'EMAIL'],
    };
    if (await schedule.send({ input }, entry.idempotencyKey)) entry.renew(fresh);
  };
  return (
    <EntryForm
      label={t('shifts.new')}
      refusals={schedule.refusals}
      sending={schedule.sending}
      onSend={() => void save()}
    >
      <ChoiceField
        path="placeId"
        label={t('shifts.place')}
        data={props.places.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        value={values.placeId}
        onChange={(placeId) => set('placeId', placeId)}
      />
      <ShiftTimes startsAt={values.startsAt} endsAt={values.endsAt} onChange={set} />
      <FieldRow>
        <NumberField
          path="needed"
          label={t('shifts.needed')}
          required
          value={values.needed}
          onChange={(needed) => set('needed', needed ?? 0)}
        />
        <ChoiceField
          path="skills"
          label={t('shifts.skill')}
          data={[{ value: '', label: t('shifts.anySkill') }, ...themes]}
          value={values.skill}
          onChange={(skill) => set('skill', skill)}
        />
      </FieldRow>
      <SaveButton as="main">{t('shifts.save')}</SaveButton>
    </EntryForm>
  );
}
