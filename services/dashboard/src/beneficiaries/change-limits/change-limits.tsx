import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { Row } from '../../ui/layout.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';

const RESTRICT = graphql(`
  mutation RestrictBeneficiary($input: RestrictBeneficiaryInput!) {
    restrictBeneficiary(input: $input) {
      id
    }
  }
`);
const LIFT = graphql(`
  mutation LiftRestriction($input: LiftRestrictionInput!) {
    liftRestriction(input: $input) {
      id
    }
  }
`);
const OBJECT = graphql(`
  mutation NoteObjection($input: NoteObjectionInput!) {
    noteObjection(input: $input) {
      id
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawObjection($input: WithdrawObjectionInput!) {
    withdrawObjection(input: $input) {
      id
    }
  }
`);
/** The time of keeping ends by itself: nobody chooses it. */
const GROUNDS = ['ACCURACY_CONTESTED', 'UNLAWFUL', 'LEGAL_CLAIM', 'OBJECTION_WEIGHED'] as const;
type Ground = (typeof GROUNDS)[number];
type Act = 'restrict' | 'lift' | 'object' | 'withdraw';
const TOUCHES = [
  ['read', 'Person'],
  ['read', 'People'],
  ['read', 'RecentPeople'],
  ['read', 'SetAside'],
];

/** Sets a record aside or lets it be worked with again, notes an objection or takes it back; each with its reason. */
export function ChangeLimits({ person }: { readonly person: PersonShown }) {
  const t = useWords();
  const format = useFormat();
  const [act, setAct] = useState<Act | null>(null);
  const acts: readonly Act[] = [
    person.restrictedAt === null ? 'restrict' : 'lift',
    person.objectedOn === null ? 'object' : 'withdraw',
  ];
  return (
    <>
      {person.restrictedAt === null ? null : (
        <p>
          {t('rights.restricted', {
            at: format.moment(person.restrictedAt),
            ground: t(`rights.limit.${person.restrictionGround ?? 'RETENTION'}`),
          })}
        </p>
      )}
      {person.objectedOn === null ? null : <p>{t('rights.objected', { day: format.day(person.objectedOn) })}</p>}
      <Row gap={8}>
        {acts.map((one) => (
          <Button key={one} variant="default" onClick={() => setAct(one)}>
            {t(`rights.${one}`)}
          </Button>
        ))}
      </Row>
      {act ? <Dialog act={act} person={person} onClose={() => setAct(null)} /> : null}
    </>
  );
}

function Dialog({
  act,
  person,
  onClose,
}: {
  readonly act: Act;
  readonly person: PersonShown;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const entry = useEntry<{ restrictionGround: Ground; reason: string }>({
    restrictionGround: 'ACCURACY_CONTESTED',
    reason: '',
  });
  const commands = {
    restrict: useCommand(RESTRICT, { touches: TOUCHES }),
    lift: useCommand(LIFT, { touches: TOUCHES }),
    object: useCommand(OBJECT, { touches: TOUCHES }),
    withdraw: useCommand(WITHDRAW, { touches: TOUCHES }),
  };
  const save = async () => {
    const { restrictionGround, reason } = entry.values;
    const input = { id: person.id, expectedVersion: person.version, reason: reason.trim() };
    const done =
      act === 'restrict'
        ? await commands.restrict.send({ input: { ...input, restrictionGround } }, entry.idempotencyKey)
        : await commands[act].send({ input }, entry.idempotencyKey);
    if (done) onClose();
  };
  const { refusals, sending } = commands[act];
  return (
    <FormDialog
      title={t(`rights.${act}`)}
      save={t(`rights.${act}`)}
      refusals={refusals}
      sending={sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t(`rights.${act}What`)}</p>
      {act === 'restrict' ? (
        <ChoiceField
          path="restrictionGround"
          label={t('rights.ground')}
          data={GROUNDS.map((value) => ({ value, label: t(`rights.limit.${value}`) }))}
          value={entry.values.restrictionGround}
          onChange={(ground) => entry.change({ restrictionGround: ground as Ground })}
        />
      ) : null}
      <ReasonField value={entry.values.reason} onChange={(reason) => entry.change({ reason })} />
    </FormDialog>
  );
}
