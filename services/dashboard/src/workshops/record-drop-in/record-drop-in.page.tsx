import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePending } from '../../app/pending/use-pending.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { DropInLanguage } from '../../i18n/drop-in-language.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { DropInKeys, enteredOf, FRESH, type Values, valuesOf } from './drop-in-keys.js';
import { MY_DROP_INS, RECORD, REFUSE, REFUSED, VOID, VOID_REFUSED } from './drop-ins-query.js';
import { MyDropIns } from './my-drop-ins.js';
import { DROP_INS, type EnteredDropIn, type PendingDropIn } from './pending-drop-ins.js';
import { PendingList } from './pending-list.js';
import { RefusedToday } from './refused-today.js';

/** Somebody came with a question: theme, duration, autonomy, save. Four taps. */
export function Page() {
  return (
    <DropInLanguage>
      <DropIn />
    </DropInLanguage>
  );
}

function DropIn() {
  const t = useWords();
  const format = useFormat();
  const { now, newId } = useEnvironment();
  const { one } = useScope();
  const entry = useEntry<Values>(FRESH);
  const touches = [keyOf(MY_DROP_INS)];
  const record = useCommand(RECORD, { touches });
  const undo = useCommand(VOID, { touches });
  const refused = [keyOf(REFUSED)];
  const refuse = useCommand(REFUSE, { touches: refused });
  const undoRefused = useCommand(VOID_REFUSED, { touches: refused });
  const [said, setSaid] = useState<{ kind: 'saved' | 'refused'; id: string; at: string } | null>(null);
  const pending = usePending(DROP_INS);
  const [keeping, setKeeping] = useState(false);
  const [mending, setMending] = useState<PendingDropIn | null>(null);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const today = useToday();

  const saved = (act: { id: string; occurredAt: string }) => {
    setSaid({ kind: 'saved', id: act.id, at: act.occurredAt });
    clean();
  };
  const clean = () => {
    if (mending) void pending.drop(mending.key);
    setMending(null);
    setRefusals([]);
    record.forget();
    entry.renew(FRESH);
  };
  const sendAtOnce = async (input: Omit<EnteredDropIn, 'occurredAt'>) => {
    const answer = await record.send({ input: input as never }, entry.idempotencyKey);
    if (answer?.recordDropIn) saved(answer.recordDropIn);
  };
  const save = async () => {
    const input = enteredOf(entry.values, one ?? null);
    setRefusals([]);
    // What is not complete is said at once and never kept.
    if (input.themes.length === 0 || input.minutes === 0) return sendAtOnce(input);
    setKeeping(true);
    const then = mending?.refusals?.some(ofItsDate) ? undefined : mending?.input.occurredAt;
    const occurredAt = then ?? now().toISOString();
    const outcome = await pending
      .keep({ key: entry.idempotencyKey, input: { ...input, occurredAt } })
      .finally(() => setKeeping(false));
    if (outcome === 'waiting') {
      setSaid(null);
      clean();
    } else if (outcome && 'saved' in outcome) saved({ id: outcome.saved.id, occurredAt: outcome.saved.at });
    // A device whose clock is wrong: the service's own says when it happened, which is now.
    else if (!outcome || outcome.refusals.some(ofItsDate)) await sendAtOnce(input);
    else setRefusals(outcome.refusals);
  };
  const mend = (dropIn: PendingDropIn) => {
    setMending(dropIn);
    setRefusals(dropIn.refusals ?? []);
    entry.renew(valuesOf(dropIn.input));
  };
  const turnAway = async () => {
    const branch = one ?? null;
    const turned = (id: string, at: string) => setSaid({ kind: 'refused', id, at });
    const input = { ...enteredOf(FRESH, branch), occurredAt: now().toISOString() };
    setRefusals([]);
    const outcome = await pending.keep({ key: newId(), input, turnedAway: true });
    if (outcome === 'waiting') return setSaid(null);
    if (outcome && 'saved' in outcome) return turned(outcome.saved.id, outcome.saved.at);
    // Nothing can be kept here, or the clock of the device is wrong: the service says when it happened, which is now.
    if (outcome && !outcome.refusals.some(ofItsDate)) return setRefusals(outcome.refusals);
    const answer = (await refuse.send({ input: { branch } }, newId()))?.refuseDropIn;
    if (answer) turned(answer.id, answer.occurredAt);
  };
  const takeBack = async () => {
    if (!said) return;
    const reason = t('dropIn.undoReason');
    if (said.kind === 'saved') await undo.send({ input: { supportActId: said.id, reason } }, newId());
    else await undoRefused.send({ input: { refusedDropInId: said.id, reason } }, newId());
    setSaid(null);
  };

  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.dropIn')}
        context={format.day(now())}
        aside={
          <Button variant="default" data-once onClick={() => void turnAway()}>
            {t('dropIn.refuse')}
          </Button>
        }
      />
      {said ? (
        <UndoRow key={said.id} onUndo={() => void takeBack()}>
          {t(said.kind === 'saved' ? 'dropIn.saved' : 'dropIn.refused', { time: format.time(said.at) })}
        </UndoRow>
      ) : null}
      <TwoBanks
        is={
          <Sheet>
            <EntryForm
              label={t('page.dropIn')}
              refusals={[...refusals, ...record.refusals, ...refuse.refusals]}
              sending={record.sending || keeping}
              onSend={() => void save()}
            >
              {mending?.refusals?.some(ofItsDate) ? <Notice>{t('dropIn.datedNow')}</Notice> : null}
              <DropInKeys branch={one ?? ''} values={entry.values} set={entry.set} />
              <SaveButton as="main">{t('dropIn.save')}</SaveButton>
            </EntryForm>
          </Sheet>
        }
        todo={
          <>
            <PendingList
              waiting={pending.waiting.filter(({ key }) => key !== mending?.key)}
              sent={pending.sent.length}
              onMend={mend}
              onTryAgain={(key) => void pending.tryAgain(key)}
              onDrop={(key) => void pending.drop(key)}
            />
            <MyDropIns today={today} />
            <RefusedToday today={today} />
          </>
        }
      />
    </Stack>
  );
}

function ofItsDate({ field }: RefusalShown): boolean {
  return field === 'input.occurredAt';
}
