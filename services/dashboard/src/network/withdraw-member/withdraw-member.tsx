import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { type MemberShown, OF_MEMBERS } from '../member-queries.js';

const WITHDRAW = graphql(`
  mutation WithdrawMember($input: WithdrawMemberInput!) {
    withdrawMember(input: $input) {
      id
    }
  }
`);

/** Takes the role away, after asking once more. */
export function WithdrawMember({ member }: { readonly member: MemberShown }) {
  const t = useWords();
  const command = useCommand(WITHDRAW, { touches: OF_MEMBERS });
  return (
    <ConfirmedAct
      label={t('member.withdraw')}
      title={t('member.withdraw.title')}
      says={t('member.withdraw.what', { name: member.name })}
      refusals={command.refusals}
      sending={command.sending}
      send={(key) => command.send({ input: { id: member.id } }, key)}
      forget={command.forget}
    />
  );
}
