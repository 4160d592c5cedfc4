import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { Allow, ANYONE_SIGNED_IN } from './allow.js';
import { may, Permission, ROLES, type Role } from './permissions.js';

/**
 * Who may do what, as agreed: changing a grant means changing this table, so that a review sees it.
 * Columns: helper, branch manager, national coordinator, prescriber, auditor, administrator, program, program with the scope of persons.
 */
const AGREED = `
                    HELPER  BRANCH_MANAGER  NATIONAL_COORDINATOR  PRESCRIBER  AUDITOR  ADMINISTRATOR  API_CLIENT  PERSONS_CLIENT
ReadBranches        yes     yes             yes                   yes         yes      yes            yes         yes
OpenBranch          -       -               yes                   -           -        yes            -           -
ReadPlaces          yes     yes             yes                   yes         yes      yes            yes         yes
EditPlaces          -       yes             yes                   -           -        yes            -           -
ImportPlaces        -       yes             yes                   -           -        yes            -           -
ReadOrganisations   yes     yes             yes                   yes         -        yes            -           -
EditOrganisations   -       yes             yes                   -           -        -              -           -
ReadDonors          yes     yes             yes                   -           -        -              -           -
EditDonors          -       yes             yes                   -           -        -              -           -
EnrolBeneficiary    yes     yes             -                     yes         -        -              -           -
ReadBeneficiaries   yes     yes             -                     -           -        -              -           yes
EditBeneficiaries   yes     yes             -                     -           -        -              -           -
ImportPeople        -       yes             -                     -           -        -              -           -
MergeBeneficiaries  -       yes             -                     -           -        -              -           -
PrescribePeople     -       -               -                     yes         -        -              -           -
AnswerPrescriptions yes     yes             -                     -           -        -              -           -
FollowPeople        yes     yes             -                     -           -        -              -           -
EraseBeneficiaries  -       yes             -                     -           -        -              -           -
ExportBeneficiaries -       yes             -                     -           -        -              -           -
LimitBeneficiaries  -       yes             -                     -           -        -              -           -
ReadErasures        -       yes             -                     -           yes      -              -           -
ReadAccesses        -       yes             -                     -           yes      -              -           -
ReadAudit           -       -               -                     -           yes      -              -           -
ReadSessions        yes     yes             yes                   yes         -        -              yes         yes
PlanSessions        -       yes             -                     -           -        -              -           -
EnrolInSession      yes     yes             -                     yes         -        -              -           -
ReadEnrolments      yes     yes             -                     -           -        -              -           yes
MarkAttendance      yes     yes             -                     -           -        -              -           -
RecordDropIn        yes     yes             -                     -           -        -              -           -
TakeShifts          yes     yes             -                     -           -        -              -           -
ReadHelperValue     -       yes             yes                   -           -        -              -           -
CorrectActs         -       yes             -                     -           -        -              -           -
ReadStock           yes     yes             yes                   -           -        -              yes         yes
HandleDevices       yes     yes             -                     -           -        -              -           -
AgreeTransfers      -       yes             yes                   -           -        -              -           -
SettleLosses        -       -               yes                   -           -        -              -           -
Sell                yes     yes             -                     -           -        -              -           -
RenewEntitlements   -       yes             -                     -           -        -              -           -
OverrideEntitlements -      -               yes                   -           -        -              -           -
CorrectSales        -       yes             -                     -           -        -              -           -
ReadSales           yes     yes             -                     -           -        -              -           yes
ReadTariff          yes     yes             yes                   -           yes      -              yes         yes
SetTariff           -       -               yes                   -           -        -              -           -
ReadFigures         yes     yes             yes                   -           yes      -              -           yes
ReadNetworkFigures  -       yes             yes                   -           yes      -              -           yes
CloseMonths         -       -               yes                   -           -        -              -           -
PublishFigures      -       -               yes                   -           -        -              -           -
ReadProofs          -       -               yes                   -           yes      yes            -           -
ProveFigures        -       -               yes                   -           -        yes            -           -
ReadStatus          -       -               -                     -           -        yes            -           -
MendEvents          -       -               -                     -           -        yes            -           -
QueryFreely         -       -               -                     -           -        yes            yes         yes
ReadMembers         -       yes             -                     -           -        yes            -           -
EditMembers         -       yes             -                     -           -        yes            -           -
EndOwnSessions      yes     yes             yes                   yes         yes      yes            -           -
`;

const [columns = [], ...rows] = AGREED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const agreed = new Map(rows.map(([permission = '', ...marks]) => [permission, marks]));
const isAgreed = (role: Role, permission: Permission) => agreed.get(permission)?.[columns.indexOf(role)] === 'yes';
const permissions = Object.values(Permission);

/** A service with one question per permission, and one for everybody. */
@Resolver()
class OneOfEachResolver {
  ask(): boolean {
    return true;
  }
}
for (const permission of [...permissions, ANYONE_SIGNED_IN] as const) {
  const prototype = OneOfEachResolver.prototype as unknown as Record<string, () => boolean>;
  prototype[permission] = () => true;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, permission) as PropertyDescriptor;
  Query(() => Boolean, { nullable: true, name: permission })(prototype, permission, descriptor);
  Allow(permission)(prototype, permission, descriptor);
}

@Service({ name: 'oneofeach', entities: [], migrations: [], providers: [OneOfEachResolver] })
class OneOfEachModule {}

let service: TestService;
beforeAll(async () => {
  service = await startForTest(OneOfEachModule);
});
afterAll(() => service.stop());

it('has a row for every permission and a column for every role', () => {
  expect([...agreed.keys()]).toEqual(permissions);
  expect(columns).toEqual([...ROLES]);
  for (const marks of agreed.values()) expect(marks).toHaveLength(ROLES.length);
});

describe.each([...ROLES])('%s', (role) => {
  it('holds exactly the permissions agreed on', () => {
    const held = permissions.filter((permission) => may(role, permission));
    expect(held).toEqual(permissions.filter((permission) => isAgreed(role, permission)));
  });

  it('is answered where it may ask, and refused everywhere else', async () => {
    const asker = { subject: `test-${role}`, role, branches: ['BX'] };
    const { data, errors } = await service.as(asker).query(`{ ${[...permissions, ANYONE_SIGNED_IN].join(' ')} }`);
    const answers = (permission: Permission) => isAgreed(role, permission) || null;
    expect(data).toEqual({
      ...Object.fromEntries(permissions.map((permission) => [permission, answers(permission)])),
      ANYONE_SIGNED_IN: true,
    });
    const refused = (errors ?? []).map((error) => [error.extensions['code'], error.path?.[0]]);
    expect(refused).toEqual(
      permissions.filter((permission) => !isAgreed(role, permission)).map((permission) => ['FORBIDDEN', permission]),
    );
  });
});
