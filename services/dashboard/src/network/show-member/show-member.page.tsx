import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useIdentity } from '../../app/session.js';
import { namesNothing } from '../../app/unknown.js';
import { useRead } from '../../app/use-read.js';
import { MemberLanguage } from '../../i18n/member-language.js';
import { useWords } from '../../i18n/words.js';
import { Facts, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { EndSessions } from '../end-sessions/end-sessions.js';
import { GrantRole } from '../grant-role/grant-role.js';
import { useReach, useRoleName } from '../member-fields.js';
import { MEMBER, type MemberShown } from '../member-queries.js';
import { OpenSessions } from '../open-sessions.js';
import { WithdrawMember } from '../withdraw-member/withdraw-member.js';

/** It travels apart, with its own words. */
const DescribeHelper = lazy(async () => ({
  default: (await import('../describe-helper/describe-helper.js')).DescribeHelper,
}));

const SaveStatement = lazy(async () => ({
  default: (await import('../show-helper-statement/save-statement.js')).SaveStatement,
}));

/** One member: what they may do, where they are signed in, and what may be changed of it. */
export function Page() {
  return (
    <MemberLanguage>
      <Shown />
    </MemberLanguage>
  );
}

function Shown() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(MEMBER, { id });
  if (!read.data?.member && namesNothing(read.errors))
    return (
      <>
        <PageHead title={t('page.member')} />
        <Empty reason="not-yours">{t('member.unknown')}</Empty>
      </>
    );
  return (
    <Stack gap={24}>
      <PageHead title={read.data?.member?.name ?? t('page.member')} context={read.data?.member?.mail} />
      <Block read={read} at="member" doing={t('member.list.doing')}>
        {({ member }) => (member ? <Sheets key={member.version} member={member} /> : null)}
      </Block>
    </Stack>
  );
}

function Sheets({ member }: { readonly member: MemberShown }) {
  const t = useWords();
  const reach = useReach();
  const roleName = useRoleName();
  const states = allowed(useIdentity(), 'ReadHelperValue');
  const holds = member.state !== 'WITHDRAWN';
  return (
    <TwoBanks
      is={
        <>
          <Sheet
            title={t('member.rights')}
            aside={member.changeable && holds ? <WithdrawMember member={member} /> : undefined}
          >
            <Facts
              facts={[
                [t('member.role'), roleName(member.role)],
                [t('member.branches'), reach(member.branches)],
                [t('member.state'), t(`member.state.${member.state}`)],
              ]}
            />
          </Sheet>
          <Sheet
            title={t('member.sessions')}
            aside={member.changeable && member.state === 'ACTIVE' ? <EndSessions member={member} /> : undefined}
          >
            <OpenSessions sessions={member.sessions} />
          </Sheet>
          {member.changeable && holds ? (
            <Suspense fallback={null}>
              <DescribeHelper id={member.id} />
              {states ? <SaveStatement memberId={member.id} /> : null}
            </Suspense>
          ) : null}
        </>
      }
      todo={
        <Sheet title={t('member.grant')}>
          {member.changeable ? (
            holds ? (
              <GrantRole member={member} />
            ) : (
              <p className="soft">{t('member.state.WITHDRAWN')}</p>
            )
          ) : (
            <p className="soft">{t('member.noSelf')}</p>
          )}
        </Sheet>
      }
    />
  );
}
