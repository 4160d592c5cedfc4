import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Sheet } from '../../ui/layout.js';
import { EnrolListButton } from '../enrol-people/enrol-people.js';
import { FindPerson } from '../find-person.js';
import { ENROL_IN_SERIES } from '../list-waitlist/waitlist-query.js';

/** Finds a person and gives them a seat in all that is still to come of a series. */
export function EnrolInSeries({ seriesId }: { readonly seriesId: string }) {
  const t = useWords();
  const lists = allowed(useIdentity(), 'ImportPeople');
  const { newId } = useEnvironment();
  const [done, setDone] = useState(false);
  const enrol = useCommand(ENROL_IN_SERIES, {
    touches: [
      ['read', 'Series'],
      ['read', 'Session'],
    ],
  });
  const pick = async (beneficiaryId: string) =>
    setDone((await enrol.send({ input: { seriesId, beneficiaryId } }, newId())) !== undefined);
  return (
    <Sheet title={t('waitlist.enrol')}>
      <RefusalSummary refusals={enrol.refusals} />
      <p role="status">{done ? t('waitlist.enrolled') : ''}</p>
      <FindPerson
        action={t('session.add')}
        label={t('waitlist.enrol')}
        onPick={(beneficiaryId) => void pick(beneficiaryId)}
      />
      {lists ? <EnrolListButton where={{ seriesId }} /> : null}
    </Sheet>
  );
}
