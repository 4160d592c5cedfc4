import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { Row } from '../../ui/layout.js';
import type { PersonShown } from './person-query.js';

// Dialogs that few visits open: each comes when it is first wanted.
const ACTS = {
  changeContact: lazy(async () => ({ default: (await import('../change-contact/change-contact.js')).ChangeContact })),
  changeSituation: lazy(async () => ({
    default: (await import('../change-situation/change-situation.js')).ChangeSituation,
  })),
  correct: lazy(async () => ({
    default: (await import('../correct-beneficiary/correct-beneficiary.js')).CorrectBeneficiary,
  })),
} as const;
type Act = keyof typeof ACTS;

/** What may be changed of a record: how to reach the person, their situation from a day on, or a mistake from the start. */
export function PersonActions({ person }: { readonly person: PersonShown }) {
  const t = useWords();
  const [open, setOpen] = useState<Act | null>(null);
  const offered: readonly Act[] =
    person.kind === 'ANONYMOUS' ? ['changeSituation', 'correct'] : ['changeContact', 'changeSituation', 'correct'];
  const Dialog = open ? ACTS[open] : null;
  return (
    <>
      <Row gap={8}>
        {offered.map((act) => (
          <Button key={act} variant="default" onClick={() => setOpen(act)}>
            {t(`people.${act}`)}
          </Button>
        ))}
      </Row>
      <Suspense fallback={null}>{Dialog ? <Dialog person={person} onClose={() => setOpen(null)} /> : null}</Suspense>
    </>
  );
}
