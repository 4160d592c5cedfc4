import { useParams } from '@tanstack/react-router';
import { useBranchName } from '../../app/branch-names.js';
import { useLive } from '../../app/live/live.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import type { MessageId } from '../../i18n/fr.js';
import { TransferLanguage } from '../../i18n/transfer-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { TRANSFER, type TransferShown } from '../transfer-query.js';
import { useWhat } from '../transfer-words.js';
import { TransferActs } from './transfer-acts.js';
import { TransferDevices } from './transfer-devices.js';

/** One transfer: what was asked, where it stands, and what is to be done by whoever reads it. */
export function Page() {
  return (
    <TransferLanguage>
      <Transfer />
    </TransferLanguage>
  );
}

function Transfer() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(TRANSFER, { id });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="transfer"
      title={t('page.transfer')}
      doing={t('transfer.doing')}
      unknown={t('transfer.unknown')}
      record={({ transfer }) => transfer}
    >
      {(transfer) => <TransferView transfer={transfer} />}
    </RecordPage>
  );
}

function TransferView({ transfer }: { readonly transfer: TransferShown }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const what = useWhat();
  const names = useBranchName();
  const { branches } = useIdentity();
  const mine = (code: string) => branches.includes('*') || branches.includes(code);
  const steps: (readonly [MessageId, string | null])[] = [
    ['transfer.step.requested', transfer.requestedAt],
    ['transfer.step.answered', transfer.answeredAt],
    ['transfer.step.shipped', transfer.shippedAt],
    ['transfer.step.closed', transfer.closedAt],
  ];
  return (
    <Stack gap={24}>
      <PageHead
        title={t('transfer.way', { from: names.of(transfer.from.code), to: names.of(transfer.to.code) })}
        context={label('TransferState', transfer.state)}
      />
      <TwoBanks
        is={
          <Stack gap={16}>
            <Sheet title={t('transfer.what')}>
              <DataTable
                caption={t('transfer.what')}
                rows={transfer.lines}
                rowKey={(line) => `${line.type} ${line.grade} ${line.tag}`}
                columns={[
                  { id: 'what', label: t('devices.type'), phone: 'title', cell: (line) => what(line) },
                  { id: 'asked', label: t('transfer.asked'), number: true, cell: (line) => format.number(line.asked) },
                  {
                    id: 'accepted',
                    label: t('transfer.accepted'),
                    number: true,
                    phone: 'main',
                    cell: (line) => (line.accepted === null ? '–' : format.number(line.accepted)),
                  },
                ]}
              />
            </Sheet>
            <TransferDevices transfer={transfer} />
          </Stack>
        }
        todo={
          <Stack gap={16}>
            <TransferActs transfer={transfer} sends={mine(transfer.from.code)} receives={mine(transfer.to.code)} />
            <Sheet title={t('devices.history')}>
              <ol className="plain">
                {steps.flatMap(([word, at]) =>
                  at === null
                    ? []
                    : [
                        <li key={word}>
                          <span className="soft small">{format.moment(at)}</span>
                          <div>{t(word)}</div>
                        </li>,
                      ],
                )}
              </ol>
              {transfer.reason ? <p>{t('transfer.reason', { reason: transfer.reason })}</p> : null}
            </Sheet>
          </Stack>
        }
      />
    </Stack>
  );
}
