import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { allowed } from '../../app/claims.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { ResourceLanguage } from '../../i18n/resource-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Facts, Lines, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { languageName } from '../language-name.js';
import { OpenVersion } from './open-version.js';
import { RESOURCE, type ResourceShown } from './resource-query.js';

/** Of those who keep the library: it travels apart. */
const Keep = lazy(async () => ({ default: (await import('../revise-resource/keep-resource.js')).KeepResource }));

/** One resource: what it is, its versions, how much it is used. */
export function Page() {
  return (
    <ResourceLanguage>
      <ShowResource />
    </ResourceLanguage>
  );
}

function ShowResource() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(RESOURCE, { id });
  return (
    <RecordPage
      read={read}
      at="resource"
      title={t('page.resource')}
      doing={t('resource.doing')}
      unknown={t('resource.unknown')}
      record={({ resource }) => resource}
    >
      {(resource) => <ResourceView resource={resource} />}
    </RecordPage>
  );
}

function ResourceView({ resource }: { readonly resource: ResourceShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const keeps = allowed(useIdentity(), 'PlanSessions') && !resource.retired;
  const { title, usage, reviewOn } = resource;
  const day = (date: string | null) => (date === null ? '–' : format.day(`${date}T12:00:00Z`));
  const facts = [
    [t('resource.level'), label('WorkshopLevel', resource.level)],
    [t('resource.themes'), resource.themes.map((theme) => label('MediationTheme', theme)).join(', ')],
    [t('resource.language'), languageName(resource.language, format.language)],
    [t('resource.length'), t('resource.takes', { minutes: resource.minutes })],
    [t('resource.reviewOn'), day(reviewOn)],
    [t('resource.used'), t('resource.usedUntil', { count: usage.sessions, day: day(usage.lastUsedOn) })],
    [t('resource.kits'), t('resource.inKits', { count: usage.kits })],
  ] as const;
  const is = (
    <Stack gap={16}>
      <Sheet title={t('resource.about')}>
        <Stack gap={16}>
          {resource.summary ? <p>{resource.summary}</p> : null}
          <Facts facts={facts} />
        </Stack>
      </Sheet>
      <Sheet title={t('resource.versions')}>
        <Lines>
          {resource.versions.map((version) => (
            <Stack key={version.id} gap={4}>
              <div>
                <strong>{t('resource.version', { number: version.number })}</strong>{' '}
                <span className="soft small">{t('resource.since', { day: format.day(version.addedAt) })}</span>
              </div>
              {version.note ? <div>{version.note}</div> : null}
              <div>
                <OpenVersion title={title} version={version} />
              </div>
            </Stack>
          ))}
        </Lines>
      </Sheet>
    </Stack>
  );
  return (
    <Stack gap={24}>
      <PageHead
        title={title}
        context={resource.retired ? <Chip tone="care">{t('resource.retired')}</Chip> : t('page.resource')}
        aside={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {t('resource.print')}
          </Button>
        }
      />
      {keeps ? (
        <TwoBanks
          is={is}
          todo={
            <Suspense fallback={null}>
              <Keep key={resource.version} resource={resource} />
            </Suspense>
          }
        />
      ) : (
        is
      )}
    </Stack>
  );
}
