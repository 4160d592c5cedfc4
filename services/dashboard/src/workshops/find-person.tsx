import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../app/query.js';
import { useRead } from '../app/use-read.js';
import { fullName, PersonName } from '../app/veil.js';
import { useWords } from '../i18n/words.js';
import { Row, Stack } from '../ui/layout.js';

const FIND = graphql(`
  query FindPerson($text: String!) {
    beneficiaries(text: $text, first: 8) {
      items {
        id
        givenName
        familyName
        birthYear
      }
    }
  }
`);

/** Finds a person of the branch. What is typed stays in memory: an address is kept in histories. */
export function FindPerson(props: {
  readonly action: string;
  /** What the person is looked for as, where « a name » says too little. */
  readonly label?: string;
  readonly onPick: (id: string) => void;
}) {
  const t = useWords();
  const [text, setText] = useState('');
  const found = useRead(FIND, { text }, { enabled: text.trim().length >= 2 });
  return (
    <Stack gap={8}>
      <TextInput
        label={props.label ?? t('session.search')}
        {...(props.label ? { description: t('session.search') } : {})}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="off"
      />
      {(text.trim().length >= 2 ? (found.data?.beneficiaries?.items ?? []) : []).map((person) => (
        <Row key={person.id} apart>
          <span>
            <PersonName name={fullName(person)} /> {person.birthYear ?? ''}
          </span>
          <Button
            variant="default"
            onClick={() => {
              setText('');
              props.onPick(person.id);
            }}
          >
            {props.action}
          </Button>
        </Row>
      ))}
    </Stack>
  );
}
