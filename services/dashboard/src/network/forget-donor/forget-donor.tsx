import type { QueryKey } from '@tanstack/react-query';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';

const FORGET = graphql(`
  mutation ForgetDonor($input: ForgetDonorInput!) {
    forgetDonor(input: $input) {
      id
    }
  }
`);

/** Forgets who a donor was, for good. */
export function ForgetDonor({ id, touches }: { readonly id: string; readonly touches: readonly QueryKey[] }) {
  const t = useWords();
  const forget = useCommand(FORGET, { touches });
  return (
    <ConfirmedAct
      label={t('donor.forget')}
      title={t('donor.forget')}
      says={t('donor.forgetWhat')}
      refusals={forget.refusals}
      sending={forget.sending}
      send={(key) => forget.send({ input: { donorId: id } }, key)}
      forget={forget.forget}
    />
  );
}
