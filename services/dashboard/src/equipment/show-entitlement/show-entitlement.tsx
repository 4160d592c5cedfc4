import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { EntitlementLanguage } from '../../i18n/entitlement-language.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const ENTITLEMENT = graphql(`
  query Entitlement($beneficiaryId: UUID!, $branch: String) {
    entitlement(beneficiaryId: $beneficiaryId, branch: $branch) {
      openedOn
      lastDay
      open
      renewalsLeft
      exceptionCents
      spentCents
      leftCents
      anewOn
    }
  }
`);
const RENEW = graphql(`
  mutation RenewEntitlement($input: RenewEntitlementInput!) {
    renewEntitlement(input: $input) {
      id
    }
  }
`);
type Right = NonNullable<ResultOf<typeof ENTITLEMENT>['entitlement']>;

interface Whose {
  readonly beneficiaryId: string;
  readonly branch: string | null;
}

/** What connectivity the buyer may still have, and why; said before anything is refused. */
export function ShowEntitlement(props: Whose) {
  return (
    <EntitlementLanguage>
      <Entitlement {...props} />
    </EntitlementLanguage>
  );
}

function Entitlement({ beneficiaryId, branch }: Whose) {
  const t = useWords();
  const read = useRead(ENTITLEMENT, { beneficiaryId, branch });
  return (
    <Block read={read} at="entitlement" doing={t('right.doing')} lines={1}>
      {({ entitlement }) =>
        entitlement ? <Explained right={entitlement} beneficiaryId={beneficiaryId} branch={branch} /> : null
      }
    </Block>
  );
}

function Explained({ right, beneficiaryId, branch }: Whose & { readonly right: Right }) {
  const t = useWords();
  const format = useFormat();
  const entry = useEntry({});
  const renew = useCommand(RENEW, { touches: [keyOf(ENTITLEMENT)] });
  const renews = allowed(useIdentity(), 'RenewEntitlements') && right.openedOn !== null && right.renewalsLeft > 0;
  const day = (at: string) => format.day(`${at}T12:00:00Z`);
  const lasts = right.openedOn
    ? t(right.open ? 'right.until' : 'right.ended', { day: day(right.lastDay), count: right.renewalsLeft })
    : t('right.new', { day: day(right.lastDay) });
  return (
    <Notice tone={right.open ? 'note' : 'care'} title={t('right.title')}>
      <Stack gap={8}>
        {right.open ? (
          <span>{t('right.left', { left: format.money(right.leftCents), day: day(right.anewOn) })}</span>
        ) : null}
        {right.exceptionCents === null ? null : (
          <span>{t('right.exception', { amount: format.money(right.exceptionCents), day: day(right.anewOn) })}</span>
        )}
        <span className="soft">{lasts}</span>
        {right.open && right.spentCents === 0 ? null : (
          <span className="soft small">
            {t('right.ask')} <code>{beneficiaryId}</code>
          </span>
        )}
        <RefusalSummary refusals={renew.refusals} />
        {renews ? (
          <Button
            variant="default"
            onClick={() => void renew.send({ input: { beneficiaryId, branch } }, entry.idempotencyKey)}
          >
            {t('right.renew')}
          </Button>
        ) : null}
      </Stack>
    </Notice>
  );
}
