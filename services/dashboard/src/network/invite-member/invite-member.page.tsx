import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { MemberLanguage } from '../../i18n/member-language.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { RightsFields, type RightsTyped } from '../member-fields.js';
import { OF_MEMBERS } from '../member-queries.js';

const INVITE = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      id
    }
  }
`);

interface Typed extends RightsTyped {
  readonly name: string;
  readonly mail: string;
}

/** Asks somebody to join; they find the link in their mail. */
export function Page() {
  return (
    <MemberLanguage>
      <Invite />
    </MemberLanguage>
  );
}

function Invite() {
  const t = useWords();
  const navigate = useNavigate();
  const identity = useIdentity();
  const own = identity.branches.filter((code) => code !== '*');
  const entry = useEntry<Typed>({ name: '', mail: '', role: 'HELPER', branches: own });
  useUnsavedGuard(entry.touched);
  const invite = useCommand(INVITE, { touches: OF_MEMBERS });
  const { values, set, change } = entry;
  const send = async () => {
    const input = {
      name: values.name,
      mail: values.mail,
      role: values.role as 'HELPER',
      branches: [...values.branches],
    };
    const answer = await invite.send({ input }, entry.idempotencyKey);
    if (answer?.inviteMember)
      await navigate({ to: `/members/${answer.inviteMember.id}` as string, ignoreBlocker: true });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newMember')} context={t('member.invite.context')} />
      <Sheet>
        <EntryForm
          label={t('member.invite')}
          refusals={invite.refusals}
          sending={invite.sending}
          onSend={() => void send()}
        >
          <FieldRow>
            <TextField
              path="name"
              label={t('member.name')}
              required
              value={values.name}
              onChange={(name) => set('name', name)}
            />
            <TextField
              path="mail"
              label={t('member.mail')}
              required
              value={values.mail}
              onChange={(mail) => set('mail', mail)}
            />
          </FieldRow>
          <RightsFields values={values} change={change} />
          <SaveButton as="main">{t('member.invite.send')}</SaveButton>
        </EntryForm>
      </Sheet>
    </Stack>
  );
}
