import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { useRead } from '../../app/use-read.js';
import { DeviceLanguage } from '../../i18n/device-language.js';
import { GradeLanguage } from '../../i18n/grade-language.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { useToday } from '../../ui/use-today.js';
import { inForceOn, RULES, type Rule, type Thresholds, type Trial } from './grade-query.js';
import { RuleChanges } from './rule-changes.js';
import { RuleForm } from './rule-form.js';
import { RuleTrial } from './rule-trial.js';

/** Comes when first opened, as every dialog. */
const PublishRuleDialog = lazy(async () => ({ default: (await import('./publish-rule-dialog.js')).PublishRuleDialog }));

/** The grade rule of the network: what grades today, what another rule would make of the past, and publishing it. */
export function Page() {
  return (
    <DeviceLanguage>
      <GradeLanguage>
        <GradeRules />
      </GradeLanguage>
    </DeviceLanguage>
  );
}

function GradeRules() {
  const t = useWords();
  const today = useToday();
  const read = useRead(RULES, {});
  const [tried, setTried] = useState<{ candidate: Thresholds; trial: Trial }>();
  const [publishing, setPublishing] = useState(false);
  const [published, setPublished] = useState<number>();
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.grades')}
        context={t('grades.context')}
        aside={<PageLink href="/tariff">{t('page.tariff')}</PageLink>}
      />
      {published === undefined ? null : (
        <UndoRow onDone={() => setPublished(undefined)}>{t('grades.published', { version: published })}</UndoRow>
      )}
      <Block read={read} at="gradeRules" doing={t('grades.doing')}>
        {({ gradeRules }) => {
          const rules = gradeRules ?? [];
          const standing = inForceOn(rules, today);
          return (
            <TwoBanks
              is={
                <>
                  {tried ? (
                    <>
                      <div>
                        <Button onClick={() => setPublishing(true)}>{t('grades.publish')}</Button>
                      </div>
                      <RuleTrial trial={tried.trial} />
                      <RuleChanges candidate={tried.candidate} />
                    </>
                  ) : null}
                  <Rules rules={rules} inForce={standing?.id} today={today} />
                </>
              }
              todo={
                standing ? (
                  <RuleForm
                    key={`${standing.id} ${published ?? ''}`}
                    from={standing.thresholds}
                    onChange={() => setTried(undefined)}
                    onTried={(candidate, trial) => setTried({ candidate, trial })}
                  />
                ) : null
              }
            />
          );
        }}
      </Block>
      {publishing && tried ? (
        <Suspense fallback={null}>
          <PublishRuleDialog
            candidate={tried.candidate}
            trial={tried.trial}
            onClose={() => setPublishing(false)}
            onPublished={(version) => {
              setPublishing(false);
              setTried(undefined);
              setPublished(version);
            }}
          />
        </Suspense>
      ) : null}
    </Stack>
  );
}

function Rules(props: {
  readonly rules: readonly Rule[];
  readonly inForce: string | undefined;
  readonly today: string;
}) {
  const t = useWords();
  const format = useFormat();
  const { inForce, today } = props;
  return (
    <Sheet title={t('grades.rules')}>
      <DataTable
        caption={t('grades.rules')}
        rows={props.rules}
        rowKey={({ id }) => id}
        columns={[
          { id: 'version', label: t('grades.version'), phone: 'title', cell: ({ version }) => `v${version}` },
          {
            id: 'from',
            label: t('grades.from'),
            phone: 'main',
            cell: ({ version, from }) => (version === 1 ? t('grades.first') : format.day(`${from}T12:00:00Z`, 'short')),
          },
          {
            id: 'state',
            label: t('tariff.state'),
            cell: ({ id, from }) =>
              id === inForce ? (
                <Chip tone="good">{t('tariff.inForce')}</Chip>
              ) : (
                <Chip tone={from > today ? 'note' : 'plain'}>{t(from > today ? 'tariff.coming' : 'tariff.ended')}</Chip>
              ),
          },
          { id: 'reason', label: t('grades.reason'), cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </Sheet>
  );
}
