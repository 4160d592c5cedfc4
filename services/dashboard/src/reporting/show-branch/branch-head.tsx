import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row } from '../../ui/layout.js';

/** What the head of a branch's page says of it. */
export interface BranchShown {
  readonly state: 'OPEN' | 'CLOSED';
  readonly openedOn: string;
  /** Absent where nobody here may answer prescriptions. */
  readonly latePrescriptions?: number | null;
}

/** City, whether it is open and since when; then what the page is about. */
export function BranchHead(props: {
  readonly code: string;
  readonly branch: BranchShown | null | undefined;
  readonly about?: string;
  readonly action?: ReactNode;
}) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { branch } = props;
  const opened = branch ? t('branch.opened', { day: format.day(`${branch.openedOn}T12:00:00Z`, 'short') }) : '';
  return (
    <PageHead
      title={names.of(props.code)}
      context={
        <Row gap={8}>
          {branch ? (
            <Chip tone={branch.state === 'OPEN' ? 'good' : 'plain'}>{t(`branch.state.${branch.state}`)}</Chip>
          ) : null}
          {branch?.latePrescriptions ? (
            <PageLink href="/prescriptions?late=1">
              <Chip tone="wrong">{t('branch.latePrescriptions', { count: branch.latePrescriptions })}</Chip>
            </PageLink>
          ) : null}
          <span>{[opened, props.about].filter(Boolean).join(' · ')}</span>
        </Row>
      }
      aside={
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('branch.print')}
        </Button>
      }
      action={props.action}
    />
  );
}
