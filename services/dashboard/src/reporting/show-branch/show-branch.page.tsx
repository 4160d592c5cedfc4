import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useIdentity } from '../../app/session.js';
import { namesNothing } from '../../app/unknown.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { Columns, PageHead, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { BranchFigures } from './branch-figures.js';
import { BranchHead } from './branch-head.js';
import { BRANCH } from './branch-query.js';

// Below the figures, and with a table of its own: it comes after them.
const BranchSheets = lazy(async () => ({ default: (await import('./branch-sheets.js')).BranchSheets }));

/** One branch: its figures against its own past and the network, for whoever may read them, and what is next in it. */
export function Page() {
  const t = useWords();
  const identity = useIdentity();
  const { code = '' } = useParams({ strict: false });
  const seesSessions = allowed(identity, 'ReadSessions');
  const seesStock = allowed(identity, 'ReadStock');
  const answers = allowed(identity, 'AnswerPrescriptions');
  const read = useRead(BRANCH, { code, sessions: seesSessions, stock: seesStock, answers });
  useLive([read.key], [code]);
  const branch = read.data?.branch;
  const sheets = (
    <Suspense fallback={null}>
      <BranchSheets read={read} seesSessions={seesSessions} seesStock={seesStock} />
    </Suspense>
  );
  if (!branch && namesNothing(read.errors))
    return (
      <Stack gap={24}>
        <PageHead title={code} />
        <Empty reason="nothing-yet">{t('branch.notOpened')}</Empty>
      </Stack>
    );
  if (allowed(identity, 'ReadFigures')) return <BranchFigures code={code} branch={branch} sheets={sheets} />;
  return (
    <Stack gap={24}>
      <BranchHead code={code} branch={branch} />
      <Columns>{sheets}</Columns>
    </Stack>
  );
}
