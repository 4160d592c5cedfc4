import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useIdentity } from '../../app/session.js';
import { useSearch } from '../../app/use-search.js';
import { RightsLanguage } from '../../i18n/rights-language.js';
import { useWords } from '../../i18n/words.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { AccessesByMember, AccessesToPerson } from './accesses.js';

/** Who saw a person, and what a member saw: the auditor asks both, a branch's manager the first, of their own people. */
export function Page() {
  return (
    <RightsLanguage>
      <Accesses />
    </RightsLanguage>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function Accesses() {
  const t = useWords();
  const identity = useIdentity();
  const [search, change] = useSearch();
  const person = search['person'] ?? '';
  const member = search['member'] ?? '';
  return (
    <Stack gap={24}>
      <PageHead title={t('page.accesses')} context={t('access.context')} />
      <Sheet title={t('access.byPerson')}>
        <Stack>
          <Question
            label={t('access.personId')}
            help={t('access.personHelp')}
            asked={person}
            onAsk={(id) => change({ person: id.toLowerCase() || undefined, member: undefined })}
          />
          {UUID.test(person) ? <AccessesToPerson personId={person} /> : null}
        </Stack>
      </Sheet>
      {allowed(identity, 'ReadAudit') ? (
        <Sheet title={t('access.byMember')}>
          <Stack>
            <Question
              label={t('access.subject')}
              help={t('access.subjectHelp')}
              asked={member}
              onAsk={(subject) => change({ member: subject || undefined, person: undefined })}
            />
            {member ? <AccessesByMember subject={member} /> : null}
          </Stack>
        </Sheet>
      ) : null}
    </Stack>
  );
}

function Question(props: {
  readonly label: string;
  readonly help: string;
  readonly asked: string;
  readonly onAsk: (value: string) => void;
}) {
  const t = useWords();
  const [typed, setTyped] = useState(props.asked);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onAsk(typed.trim());
      }}
    >
      <Row gap={8} align="end">
        <TextInput
          label={props.label}
          description={props.help}
          value={typed}
          spellCheck={false}
          w="40ch"
          maw="100%"
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('access.ask')}</Button>
      </Row>
    </form>
  );
}
