import { Checkbox } from '@mantine/core';
import type { Role } from '../../../../libs/access/src/permissions.js';
import { useBranchName } from '../app/branch-names.js';
import { useIdentity } from '../app/session.js';
import { useChoices, useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField } from '../ui/fields.js';
import { FormField } from '../ui/form.js';
import { Row } from '../ui/layout.js';

/** The role and where it is held, as they are typed. */
export interface RightsTyped {
  readonly role: string;
  readonly branches: readonly string[];
}

const NATIONAL: readonly string[] = ['NATIONAL_COORDINATOR', 'AUDITOR', 'ADMINISTRATOR', 'API_CLIENT'] satisfies Role[];
const OF_A_BRANCH: readonly string[] = ['HELPER', 'BRANCH_MANAGER'] satisfies Role[];

/** Role and branches: a manager finds the roles and branches they may give, the service has the last word. */
export function RightsFields(props: {
  readonly values: RightsTyped;
  readonly change: (to: Partial<RightsTyped>) => void;
}) {
  const t = useWords();
  const identity = useIdentity();
  const names = useBranchName();
  const roles = useChoices('Role').filter(
    ({ value }) => identity.role === 'ADMINISTRATOR' || OF_A_BRANCH.includes(value),
  );
  const codes = identity.branches.includes('*') ? names.all : identity.branches;
  return (
    <>
      <ChoiceField
        path="role"
        label={t('member.role')}
        required
        data={roles}
        value={props.values.role}
        onChange={(role) => props.change({ role })}
      />
      {NATIONAL.includes(props.values.role) ? (
        <p className="soft">{t('member.wholeNetwork')}</p>
      ) : (
        <FormField path="input.branches" label={t('member.branches')} description={t('member.branches.help')} required>
          {({ id, label, description, error }) => (
            <Checkbox.Group
              id={id}
              label={label}
              description={description}
              error={error}
              value={[...props.values.branches]}
              onChange={(branches) => props.change({ branches })}
            >
              <Row gap={16}>
                {codes.map((code) => (
                  <Checkbox key={code} value={code} label={names.of(code)} />
                ))}
              </Row>
            </Checkbox.Group>
          )}
        </FormField>
      )}
    </>
  );
}

/** Where a role is held, in words. */
export function useReach(): (branches: readonly string[]) => string {
  const t = useWords();
  const names = useBranchName();
  return (branches) => (branches.includes('*') ? t('member.wholeNetwork') : branches.map(names.of).join(', '));
}

/** A role in words. */
export function useRoleName(): (role: string) => string {
  const label = useLabel();
  return (role) => label('Role', role);
}
