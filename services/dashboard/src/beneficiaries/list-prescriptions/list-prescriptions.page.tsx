import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { fullName, PersonName } from '../../app/veil.js';
import { PrescriptionLanguage } from '../../i18n/prescription-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { PrescriptionActs } from './prescription-acts.js';
import { PRESCRIPTIONS, type PrescriptionShown } from './prescriptions-query.js';

/** What prescribers ask of the branch: what waits for an answer, longest first, and what was answered. */
export function Page() {
  return (
    <PrescriptionLanguage>
      <Both />
    </PrescriptionLanguage>
  );
}

function Both() {
  const t = useWords();
  const [search, change] = useSearch();
  const late = search['late'] === '1';
  const { one } = useScope();
  return (
    <Stack gap={24}>
      <PageHead title={t('page.prescriptions')} context={t('prescription.context')} />
      <Checkbox
        label={t('prescription.onlyLate')}
        checked={late}
        onChange={(event) => change({ late: event.currentTarget.checked ? '1' : undefined })}
      />
      {[false, true].map((answered) => (
        <Sheet key={String(answered)} title={t(answered ? 'prescription.answered' : 'prescription.waiting')}>
          <Prescriptions branch={one ?? null} answered={answered} late={late && !answered} />
        </Sheet>
      ))}
    </Stack>
  );
}

function Prescriptions(props: { readonly branch: string | null; readonly answered: boolean; readonly late: boolean }) {
  const t = useWords();
  const label = useLabel();
  const read = usePages(PRESCRIPTIONS, { ...props, after: null }, ({ prescriptions }) => prescriptions);
  const [acting, setActing] = useState<PrescriptionShown | null>(null);
  return (
    <Block read={read} at="prescriptions" doing={t('prescription.doing')} lines={4}>
      {() => (
        <DataTable
          caption={t(props.answered ? 'prescription.answered' : 'prescription.waiting')}
          rows={read.items}
          rowKey={(one) => one.id}
          onMore={read.more}
          loadingMore={read.loadingMore}
          empty={<Empty reason="nothing-yet">{t('prescription.none')}</Empty>}
          columns={[
            {
              id: 'person',
              label: t('prescription.person'),
              phone: 'title',
              cell: (one) => <Who prescription={one} />,
            },
            {
              id: 'needs',
              label: t('prescription.needs'),
              cell: (one) => (
                <>
                  {one.needs.map((need) => label('FirstNeed', need)).join(', ')}
                  <div className="soft small">
                    {[one.phone, one.spokenLanguage, one.availability].filter(Boolean).join(' · ')}
                  </div>
                </>
              ),
            },
            {
              id: 'state',
              label: t('prescription.state'),
              phone: 'main',
              cell: (one) => <HowFar prescription={one} />,
            },
            {
              id: 'act',
              label: t('prescription.act'),
              phone: 'main',
              cell: (one) => <PrescriptionActs prescription={one} acting={acting === one} onAct={setActing} />,
            },
          ]}
        />
      )}
    </Block>
  );
}

function Who({ prescription }: { readonly prescription: PrescriptionShown }) {
  const t = useWords();
  const { beneficiary, birthYear, organisationNamed, prescriberMail } = prescription;
  const name = fullName(prescription);
  const shown = name ? <PersonName name={name} /> : t('prescription.forgotten');
  return (
    <>
      {beneficiary ? <PageLink href={`/people/${beneficiary.id}`}>{shown}</PageLink> : shown}
      <div className="soft small">{birthYear ?? ''}</div>
      {prescriberMail ? (
        <div className="soft small">
          {t('prescription.byMail', { organisation: organisationNamed ?? '', mail: prescriberMail })}
        </div>
      ) : null}
    </>
  );
}

/** Where it stands, how long it has waited, and what of it could not be told. */
function HowFar({ prescription: { state, late, receivedOn, letters } }: { readonly prescription: PrescriptionShown }) {
  const t = useWords();
  const format = useFormat();
  const untold = (['HELD_BACK', 'FAILED'] as const).filter((what) => letters.some((letter) => letter.state === what));
  return (
    <>
      <Row gap={8}>
        {t(`prescription.state.${state}`)}
        {late ? <Chip tone="wrong">{t('prescription.late')}</Chip> : null}
        <span className="soft small">{format.day(receivedOn)}</span>
      </Row>
      {untold.map((what) => (
        <div key={what} className="soft small">
          {t(`prescription.letter.${what}`)}
        </div>
      ))}
    </>
  );
}
