import type { QueryKey } from '@tanstack/react-query';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ConfirmedAct } from '../../ui/confirmed-act.js';
import { useQuarterName } from '../show-open-data/names.js';

const PUBLISH_QUARTER = graphql(`
  mutation PublishQuarter($quarter: String!) {
    publishQuarter(input: { quarter: $quarter }) {
      id
    }
  }
`);

/** Publishes one quarter, after saying that it is for good. */
export function PublishAct({ quarter, touches }: { readonly quarter: string; readonly touches: readonly QueryKey[] }) {
  const t = useWords();
  const quarterName = useQuarterName();
  const command = useCommand(PUBLISH_QUARTER, { touches });
  const label = t('openData.publish', { quarter: quarterName(quarter) });
  return (
    <ConfirmedAct
      label={label}
      title={label}
      says={t('openData.publish.says')}
      refusals={command.refusals}
      sending={command.sending}
      send={(key) => command.send({ quarter }, key)}
      forget={command.forget}
    />
  );
}
