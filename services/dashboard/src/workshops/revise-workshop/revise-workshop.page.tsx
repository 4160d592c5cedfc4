import { useParams, useRouter } from '@tanstack/react-router';
import { graphql, type ResultOf } from '../../app/query.js';
import { RecordPage } from '../../app/record-page.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { Notice, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { Kit } from '../choose-kit/choose-kit.js';
import { WorkshopForm, type WorkshopTyped, workshopOf } from '../workshop-form.js';

const WORKSHOP = graphql(`
  query WorkshopToRevise($id: UUID!) {
    workshop(id: $id) {
      id
      title
      summary
      level
      themes
      minutes
      resourceTitle
      resourceUrl
      kit {
        id
        title
      }
    }
  }
`);
const REVISE = graphql(`
  mutation ReviseWorkshop($input: ReviseWorkshopInput!) {
    reviseWorkshop(input: $input) {
      id
    }
  }
`);
type Workshop = NonNullable<ResultOf<typeof WORKSHOP>['workshop']>;

/** A workshop as it should read from now on; sessions already planned keep the title they were planned under. */
export function Page() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const { one } = useScope();
  const read = useRead(WORKSHOP, { id });
  return (
    <RecordPage
      read={read}
      at="workshop"
      title={t('page.workshop')}
      doing={t('session.doing')}
      unknown={t('workshop.unknown')}
      record={({ workshop }) => workshop}
    >
      {(workshop) => <Revise key={workshop.id} workshop={workshop} branch={one ?? null} />}
    </RecordPage>
  );
}

function Revise({ workshop, branch }: { readonly workshop: Workshop; readonly branch: string | null }) {
  const t = useWords();
  const router = useRouter();
  const entry = useEntry<WorkshopTyped>({
    title: workshop.title,
    level: workshop.level,
    themes: [...workshop.themes],
    minutes: workshop.minutes,
    resourceTitle: workshop.resourceTitle ?? '',
    resourceUrl: workshop.resourceUrl ?? '',
  });
  useUnsavedGuard(entry.touched);
  const touches = [
    ['read', 'SessionChoices'],
    ['read', 'WorkshopToRevise'],
    ['read', 'Session'],
  ];
  const revise = useCommand(REVISE, { touches });
  const save = async () => {
    const input = { ...workshopOf(entry.values), workshopId: workshop.id, summary: workshop.summary };
    if (!(await revise.send({ input }, entry.idempotencyKey))) return;
    // Back to the session from which it was opened; what was typed is saved.
    router.history.back({ ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.workshop')} context={workshop.title} />
      <Sheet>
        <Stack gap={16}>
          <Notice>{t('workshop.revisedFromNow')}</Notice>
          <WorkshopForm
            label={t('page.workshop')}
            save={t('workshop.revise')}
            entry={entry}
            refusals={revise.refusals}
            sending={revise.sending}
            onSend={() => void save()}
          />
        </Stack>
      </Sheet>
      <Kit workshopId={workshop.id} branch={branch} kit={workshop.kit} />
    </Stack>
  );
}
