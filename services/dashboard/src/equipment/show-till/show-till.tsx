import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { TillLanguage } from '../../i18n/till-language.js';
import { useWords } from '../../i18n/words.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const TILL_DAY = graphql(`
  query TillDay($branch: String, $day: LocalDate!) {
    tillDay(branch: $branch, day: $day) {
      id
      openedAt
      floatCents
      closedAt
      countedCents
      expectedCents
      reason
    }
  }
`);
const OPEN = graphql(`
  mutation OpenTill($input: OpenTillInput!) {
    openTill(input: $input) {
      id
    }
  }
`);
const CLOSE = graphql(`
  mutation CloseTill($input: CloseTillInput!) {
    closeTill(input: $input) {
      id
    }
  }
`);
const TOUCHES = [
  ['read', 'TillDay'],
  ['read', 'Till'],
] as const;
const centsOf = (euros: number | null) => Math.round((euros ?? 0) * 100);

/** The till of today: opened with its float, closed with a count, and then only read. */
export function ShowTill(props: { readonly branch: string; readonly day: string }) {
  return (
    <TillLanguage>
      <Till {...props} />
    </TillLanguage>
  );
}

function Till({ branch, day }: { readonly branch: string; readonly day: string }) {
  const t = useWords();
  const format = useFormat();
  const read = useRead(TILL_DAY, { branch, day });
  useLive([read.key], [branch]);
  return (
    <Sheet title={t('tillDay.title')}>
      <Block read={read} at="tillDay" doing={t('till.doing')} lines={2}>
        {({ tillDay }) => {
          if (!tillDay) return <OpenTill branch={branch} />;
          const { floatCents, closedAt, countedCents, expectedCents, reason } = tillDay;
          return (
            <Stack gap={16}>
              <Facts
                facts={[
                  [t('tillDay.openedAt'), format.time(tillDay.openedAt)],
                  [t('tillDay.float'), format.money(floatCents)],
                  ...(closedAt
                    ? [
                        [t('tillDay.closedAt'), format.time(closedAt)] as const,
                        [t('tillDay.expected'), format.money(expectedCents ?? 0)] as const,
                        [t('tillDay.counted'), format.money(countedCents ?? 0)] as const,
                        [t('tillDay.difference'), format.money((countedCents ?? 0) - (expectedCents ?? 0))] as const,
                      ]
                    : []),
                  ...(reason ? [[t('tillDay.reason'), reason] as const] : []),
                ]}
              />
              {closedAt ? <p className="soft">{t('tillDay.closedWhat')}</p> : <CloseTill branch={branch} day={day} />}
            </Stack>
          );
        }}
      </Block>
    </Sheet>
  );
}

function OpenTill({ branch }: { readonly branch: string }) {
  const t = useWords();
  const entry = useEntry({ euros: null as number | null });
  const open = useCommand(OPEN, { touches: TOUCHES });
  const save = () =>
    void open.send({ input: { branch, floatCents: centsOf(entry.values.euros) } }, entry.idempotencyKey);
  return (
    <EntryForm label={t('tillDay.open')} refusals={open.refusals} sending={open.sending} onSend={save}>
      <NumberField
        path="floatCents"
        label={t('tillDay.float')}
        description={t('tillDay.floatHelp')}
        value={entry.values.euros}
        onChange={(euros) => entry.set('euros', euros)}
      />
      <SaveButton as="beside">{t('tillDay.open')}</SaveButton>
    </EntryForm>
  );
}

function CloseTill({ branch, day }: { readonly branch: string; readonly day: string }) {
  const t = useWords();
  const entry = useEntry({ euros: null as number | null, reason: '' });
  const close = useCommand(CLOSE, { touches: TOUCHES });
  const save = () => {
    const { euros, reason } = entry.values;
    const input = { branch, day, countedCents: centsOf(euros), reason: reason || null };
    void close.send({ input }, entry.idempotencyKey);
  };
  return (
    <EntryForm label={t('tillDay.close')} refusals={close.refusals} sending={close.sending} onSend={save}>
      <NumberField
        path="countedCents"
        label={t('tillDay.count')}
        description={t('tillDay.countHelp')}
        required
        value={entry.values.euros}
        onChange={(euros) => entry.set('euros', euros)}
      />
      <TextField
        path="reason"
        label={t('tillDay.reason')}
        value={entry.values.reason}
        onChange={(reason) => entry.set('reason', reason)}
      />
      <SaveButton as="beside">{t('tillDay.close')}</SaveButton>
    </EntryForm>
  );
}
