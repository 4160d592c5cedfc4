import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { PageLink } from '../../app/page-link.js';
import { RightsLanguage } from '../../i18n/rights-language.js';
import { useWords } from '../../i18n/words.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';

// Few visits erase anybody, and few come back for the certificate.
const Erase = lazy(async () => ({ default: (await import('./erase-beneficiary.js')).EraseBeneficiary }));
const Limits = lazy(async () => ({ default: (await import('../change-limits/change-limits.js')).ChangeLimits }));
const Export = lazy(async () => ({
  default: (await import('../export-beneficiary/export-beneficiary.js')).ExportBeneficiary,
}));
const Certificate = lazy(async () => ({ default: (await import('./certificate.js')).Certificate }));

/** What a person may ask of their record: who saw it, a copy of everything, that it be set aside, that they object, and that it be erased; once it is, the certificate. */
export function Rights({ person }: { readonly person: PersonShown }) {
  return (
    <RightsLanguage>
      <Inside person={person} />
    </RightsLanguage>
  );
}

function Inside({ person }: { readonly person: PersonShown }) {
  const t = useWords();
  const [erasing, setErasing] = useState(false);
  return (
    <Sheet title={t('rights.title')}>
      <Stack gap={8}>
        <Row gap={8}>
          <PageLink href={`/audit?person=${person.id}`}>{t('rights.seen')}</PageLink>
          {person.erasedAt === null ? (
            <Button variant="default" onClick={() => setErasing(true)}>
              {t('rights.erase')}
            </Button>
          ) : null}
        </Row>
        <Suspense fallback={null}>
          {person.erasedAt === null ? <Export beneficiaryId={person.id} /> : null}
          {person.erasedAt === null && !person.voided ? <Limits person={person} /> : null}
          {person.erasedAt === null ? null : <Certificate beneficiaryId={person.id} />}
          {erasing && person.erasedAt === null ? <Erase person={person} onClose={() => setErasing(false)} /> : null}
        </Suspense>
      </Stack>
    </Sheet>
  );
}
