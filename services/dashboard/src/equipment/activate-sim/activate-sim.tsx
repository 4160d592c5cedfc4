import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { ConnectivityLanguage } from '../../i18n/connectivity-language.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { stillThere } from '../refund-sale/returned.js';
import type { Sale } from '../show-sale/sale-query.js';

const ACTIVATE = graphql(`
  mutation ActivateSim($input: ActivateSimInput!) {
    activateSim(input: $input) {
      id
    }
  }
`);

/** SIM cards of a sale: those activated, and the number of the next one. */
export function ActivateSim({ sale, sells }: { readonly sale: Sale; readonly sells: boolean }) {
  const sims = stillThere(sale).filter(({ articleKind }) => articleKind === 'SIM_CARD');
  const bought = sims.reduce((sum, { quantity }) => sum + quantity, 0);
  if (bought === 0 && sale.simActivations.length === 0) return null;
  return (
    <ConnectivityLanguage>
      <Cards sale={sale} left={sells && sale.state === 'MADE' ? bought - sale.simActivations.length : 0} />
    </ConnectivityLanguage>
  );
}

function Cards({ sale, left }: { readonly sale: Sale; readonly left: number }) {
  const t = useWords();
  const format = useFormat();
  const entry = useEntry({ iccid: '' });
  const activate = useCommand(ACTIVATE, {
    touches: [
      ['read', 'Sale'],
      ['read', 'ConnectivityStatement'],
    ],
  });
  const save = async () => {
    const input = { id: sale.id, iccid: entry.values.iccid };
    if (await activate.send({ input }, entry.idempotencyKey)) entry.renew();
  };
  return (
    <Sheet title={t('sim.title')}>
      <Stack gap={12}>
        {sale.simActivations.map(({ id, lastFour, activatedAt }) => {
          const day = format.day(activatedAt, 'short');
          return <p key={id}>{lastFour ? t('sim.one', { digits: lastFour, day }) : t('sim.erased', { day })}</p>;
        })}
        {left > 0 ? (
          <EntryForm
            label={t('sim.activate')}
            refusals={activate.refusals}
            sending={activate.sending}
            onSend={() => void save()}
          >
            <TextField
              path="iccid"
              label={t('sim.iccid')}
              description={t('sim.iccidHelp')}
              required
              value={entry.values.iccid}
              onChange={(iccid) => entry.set('iccid', iccid)}
            />
            <SaveButton as="beside">{t('sim.activate')}</SaveButton>
            <span className="soft small">{t('sim.left', { count: left })}</span>
          </EntryForm>
        ) : null}
      </Stack>
    </Sheet>
  );
}
