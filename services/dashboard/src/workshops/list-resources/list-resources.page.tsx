import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { ResourceLanguage } from '../../i18n/resource-language.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';
import { languageName } from '../language-name.js';

const RESOURCES = graphql(`
  query Resources($branch: String, $filter: ResourceFilter, $after: String) {
    resources(branch: $branch, filter: $filter, first: 50, after: $after) {
      endCursor
      items {
        id
        title
        level
        themes
        language
        minutes
        reviewOn
        usage {
          sessions
        }
      }
    }
  }
`);
const NEW: string = '/resources/new';
const LENGTHS = [15, 30, 60, 120];
const FILTERS = ['text', 'theme', 'level', 'language', 'minutes', 'due'] as const;

/** The library of a branch: what to teach with, found by words, theme, level, language and length. */
export function Page() {
  return (
    <ResourceLanguage>
      <Library />
    </ResourceLanguage>
  );
}

function Library() {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const navigate = useNavigate();
  const { one } = useScope();
  const [search, change] = useSearch();
  const minutes = Number(search['minutes'] ?? '');
  const filter = {
    text: search['text'] ?? null,
    theme: (search['theme'] ?? null) as 'EMAIL' | null,
    level: (search['level'] ?? null) as 'BEGINNER' | null,
    language: search['language'] ?? null,
    maxMinutes: LENGTHS.includes(minutes) ? minutes : null,
    dueForReview: search['due'] ? true : null,
  };
  const read = usePages(RESOURCES, { branch: one ?? null, filter }, ({ resources }) => resources);
  const today = useToday();
  const narrowed = FILTERS.some((name) => search[name]);
  const add = allowed(useIdentity(), 'PlanSessions') ? (
    <Button onClick={() => void navigate({ to: NEW })}>{t('page.newResource')}</Button>
  ) : undefined;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.resources')}
        context={t('resource.context')}
        action={add}
        aside={
          <Button variant="default" className="no-print" onClick={() => window.print()}>
            {t('resource.print')}
          </Button>
        }
      />
      <Filters />
      <Sheet>
        <Block read={read} at="resources" doing={t('resource.doing')}>
          {() => (
            <DataTable
              caption={t('page.resources')}
              rows={read.items}
              rowKey={({ id }) => id}
              onMore={read.more}
              loadingMore={read.loadingMore}
              empty={
                narrowed ? (
                  <Empty
                    reason="no-match"
                    action={
                      <Button
                        variant="default"
                        onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
                      >
                        {t('ui.filters.clear')}
                      </Button>
                    }
                  >
                    {t('resource.noMatch')}
                  </Empty>
                ) : (
                  <Empty reason="nothing-yet">{t('resource.none')}</Empty>
                )
              }
              columns={[
                {
                  id: 'title',
                  label: t('resource.title'),
                  phone: 'title',
                  cell: ({ id, title }) => <PageLink href={`/resources/${id}`}>{title}</PageLink>,
                },
                { id: 'level', label: t('resource.level'), cell: ({ level }) => label('WorkshopLevel', level) },
                {
                  id: 'themes',
                  label: t('resource.themes'),
                  cell: ({ themes }) => themes.map((theme) => label('MediationTheme', theme)).join(', '),
                },
                {
                  id: 'language',
                  label: t('resource.language'),
                  cell: ({ language }) => languageName(language, format.language),
                },
                {
                  id: 'length',
                  label: t('resource.length'),
                  number: true,
                  phone: 'main',
                  cell: (resource) => t('resource.takes', { minutes: resource.minutes }),
                },
                {
                  id: 'review',
                  label: t('resource.reviewOn'),
                  cell: ({ reviewOn }) =>
                    reviewOn === null ? (
                      '–'
                    ) : reviewOn <= today ? (
                      <Chip tone="lantern">{t('resource.due')}</Chip>
                    ) : (
                      format.day(`${reviewOn}T12:00:00Z`, 'short')
                    ),
                },
                {
                  id: 'used',
                  label: t('resource.used'),
                  number: true,
                  phone: 'hidden',
                  cell: ({ usage }) => format.amount(usage.sessions),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}

function Filters() {
  const t = useWords();
  const format = useFormat();
  const [search, change] = useSearch();
  const [text, setText] = useState(search['text'] ?? '');
  const themes = useChoices('MediationTheme');
  const levels = useChoices('WorkshopLevel');
  const languages = ['fr', 'en', 'ar', 'uk', 'fa', 'pt', 'es'].map((value) => ({
    value,
    label: languageName(value, format.language),
  }));
  const lengths = LENGTHS.map((minutes) => ({ value: String(minutes), label: t('resource.upTo', { minutes }) }));
  const select = (name: string, label: string, any: string, choices: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={search[name] ?? ''}
      data={[{ value: '', label: any }, ...choices]}
      onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <form
      className="no-print"
      aria-label={t('resource.search')}
      onSubmit={(event) => {
        event.preventDefault();
        change({ text: text.trim() || undefined });
      }}
    >
      <Row gap={12} align="end">
        <TextInput
          type="search"
          label={t('resource.text')}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('resource.search')}
        </Button>
        {select('theme', t('resource.theme'), t('resource.anyTheme'), themes)}
        {select('level', t('resource.level'), t('resource.anyLevel'), levels)}
        {select('language', t('resource.language'), t('resource.anyLanguage'), languages)}
        {select('minutes', t('resource.length'), t('resource.anyMinutes'), lengths)}
        <Checkbox
          label={t('resource.due')}
          checked={search['due'] !== undefined}
          onChange={(event) => change({ due: event.currentTarget.checked ? '1' : undefined })}
        />
      </Row>
    </form>
  );
}
