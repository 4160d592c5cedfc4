import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { type MemberShown, OF_MEMBERS } from '../member-queries.js';

const END = graphql(`
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      id
    }
  }
`);

/** Signs the member out everywhere, after asking once more. */
export function EndSessions({ member }: { readonly member: MemberShown }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const [asking, setAsking] = useState<string>();
  const command = useCommand(END, { touches: OF_MEMBERS });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(newId())}>
        {t('member.sessions.end')}
      </Button>
      {asking === undefined ? null : (
        <FormDialog
          title={t('member.sessions.end')}
          save={t('member.sessions.end')}
          refusals={command.refusals}
          sending={command.sending}
          onSend={() => {
            void command.send({ input: { id: member.id } }, asking).then((done) => done && setAsking(undefined));
          }}
          onClose={() => {
            command.forget();
            setAsking(undefined);
          }}
        >
          <p>{t('member.sessions.endWhat', { name: member.name })}</p>
        </FormDialog>
      )}
    </>
  );
}
