import { useNavigate, useParams } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { BranchForm, type BranchTyped, descriptionOf } from '../branch-form.js';

const BRANCH = graphql(`
  query BranchToChange($code: String!) {
    branch(code: $code) {
      code
      city
      communeCode
      latitude
      longitude
      openedOn
      state
      version
    }
  }
`);
const CHANGE = graphql(`
  mutation ChangeBranch($input: ChangeBranchInput!) {
    changeBranch(input: $input) {
      code
      version
    }
  }
`);

type Found = NonNullable<ResultOf<typeof BRANCH>['branch']>;

/** Changes a branch, closes it or opens it again. */
export function Page() {
  const t = useWords();
  const { code = '' } = useParams({ strict: false });
  const read = useRead(BRANCH, { code });
  return (
    <Stack gap={24}>
      <PageHead title={t('page.changeBranch')} context={read.data?.branch?.city} />
      <Sheet>
        <Block read={read} at="branch" doing={t('branch.doing')}>
          {({ branch }) =>
            branch ? (
              <Change key={branch.version} branch={branch} />
            ) : (
              <Empty reason="not-yours">{t('branch.unknown')}</Empty>
            )
          }
        </Block>
      </Sheet>
    </Stack>
  );
}

function Change({ branch }: { readonly branch: Found }) {
  const t = useWords();
  const navigate = useNavigate();
  const entry = useEntry<BranchTyped & { readonly state: string }>({
    code: branch.code,
    city: branch.city ?? '',
    communeText: branch.communeCode ?? '',
    communeCode: branch.communeCode ?? '',
    latitude: branch.latitude,
    longitude: branch.longitude,
    openedOn: branch.openedOn ?? '',
    state: branch.state ?? 'OPEN',
  });
  useUnsavedGuard(entry.touched);
  const change = useCommand(CHANGE, {
    touches: [
      ['read', 'Branches'],
      ['read', 'BranchNames'],
      ['read', 'BranchPage'],
      ['read', 'BranchToChange'],
    ],
  });
  const save = async () => {
    const { values } = entry;
    const input = {
      ...descriptionOf(values),
      code: branch.code,
      state: values.state as 'OPEN',
      expectedVersion: branch.version,
    };
    if (!(await change.send({ input }, entry.idempotencyKey))) return;
    await navigate({ to: `/branches/${branch.code}`, ignoreBlocker: true });
  };
  return (
    <BranchForm
      opening={false}
      label={t('branch.change')}
      entry={entry as never}
      refusals={change.refusals}
      sending={change.sending}
      onSend={() => void save()}
    >
      <ChoiceField
        path="state"
        label={t('branch.state')}
        description={t('branch.stateHelp')}
        data={(['OPEN', 'CLOSED'] as const).map((value) => ({ value, label: t(`branch.state.${value}`) }))}
        value={entry.values.state}
        onChange={(state) => entry.set('state', state)}
      />
    </BranchForm>
  );
}
