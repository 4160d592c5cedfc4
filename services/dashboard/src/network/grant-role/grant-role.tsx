import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useEntry } from '../../ui/use-entry.js';
import { RightsFields, type RightsTyped } from '../member-fields.js';
import { type MemberShown, OF_MEMBERS } from '../member-queries.js';

const GRANT = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      id
      version
    }
  }
`);

/** Another role, or other branches, from now on. */
export function GrantRole({ member }: { readonly member: MemberShown }) {
  const t = useWords();
  const entry = useEntry<RightsTyped>({
    role: member.role,
    branches: member.branches.filter((code) => code !== '*'),
  });
  useUnsavedGuard(entry.touched);
  const grant = useCommand(GRANT, { touches: OF_MEMBERS });
  const send = async () => {
    const { role, branches } = entry.values;
    const input = { id: member.id, role: role as 'HELPER', branches: [...branches], expectedVersion: member.version };
    if (await grant.send({ input }, entry.idempotencyKey)) entry.renew(entry.values);
  };
  return (
    <EntryForm label={t('member.grant')} refusals={grant.refusals} sending={grant.sending} onSend={() => void send()}>
      <RightsFields values={entry.values} change={entry.change} />
      <p className="soft">{t('member.grant.what')}</p>
      <SaveButton as="main">{t('member.grant')}</SaveButton>
    </EntryForm>
  );
}
