import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { MemberLanguage } from '../../i18n/member-language.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { Chip, PageHead, Row, Sheet, Stack, type Tone } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useReach, useRoleName } from '../member-fields.js';
import { MEMBERS } from '../member-queries.js';

const INVITE: string = '/members/new';
const STATES = ['INVITED', 'ACTIVE', 'WITHDRAWN'] as const;
const TONES: Readonly<Record<string, Tone>> = { INVITED: 'note', ACTIVE: 'good', WITHDRAWN: 'plain' };

/** Who works in the branches one manages: role, branches, state. The filters are in the address, a name never is. */
export function Page() {
  return (
    <MemberLanguage>
      <Members />
    </MemberLanguage>
  );
}

function Members() {
  const t = useWords();
  const navigate = useNavigate();
  const { one } = useScope();
  const [search, change] = useSearch();
  const [text, setText] = useState('');
  const reach = useReach();
  const roleName = useRoleName();
  const roles = useChoices('Role');
  const role = roles.find(({ value }) => value === search['role'])?.value ?? null;
  const state = STATES.find((value) => value === search['state']) ?? null;
  const read = usePages(
    MEMBERS,
    { branch: one ?? null, role, state, text: text.trim().length >= 2 ? text : null },
    ({ members }) => members,
  );
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.members')}
        action={<Button onClick={() => void navigate({ to: INVITE })}>{t('member.invite')}</Button>}
      />
      <Row align="end">
        <TextInput
          type="search"
          label={t('member.search')}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('member.role')}
          data={[{ value: '', label: t('member.anyRole') }, ...roles]}
          value={role ?? ''}
          onChange={(event) => change({ role: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={t('member.state')}
          data={[
            { value: '', label: t('member.anyState') },
            ...STATES.map((value) => ({ value, label: t(`member.state.${value}`) })),
          ]}
          value={state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value || undefined })}
        />
      </Row>
      <Sheet>
        <Block read={read} at="members" doing={t('member.list.doing')}>
          {() => (
            <DataTable
              caption={t('page.members')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(member) => member.id}
              empty={<Empty reason="no-match">{t('member.none')}</Empty>}
              columns={[
                {
                  id: 'name',
                  label: t('member.name'),
                  phone: 'title',
                  cell: (member) => <PageLink href={`/members/${member.id}`}>{member.name}</PageLink>,
                },
                { id: 'role', label: t('member.role'), cell: (member) => roleName(member.role) },
                { id: 'branches', label: t('member.branches'), cell: (member) => reach(member.branches) },
                { id: 'mail', label: t('member.mail'), phone: 'hidden', cell: (member) => member.mail },
                {
                  id: 'state',
                  label: t('member.state'),
                  phone: 'main',
                  cell: (member) => (
                    <Chip tone={TONES[member.state] ?? 'plain'}>{t(`member.state.${member.state}`)}</Chip>
                  ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
