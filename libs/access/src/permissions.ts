/**
 * What may be done, as verb + noun. Pure data: the guard of the services and the buttons of the dashboard read the
 * same table, so a hidden button and a refused call can never disagree.
 */
export const Permission = {
  ReadBranches: 'ReadBranches',
  OpenBranch: 'OpenBranch',
  ReadPlaces: 'ReadPlaces',
  EditPlaces: 'EditPlaces',
  ImportPlaces: 'ImportPlaces',
  ReadOrganisations: 'ReadOrganisations',
  EditOrganisations: 'EditOrganisations',
  EnrolBeneficiary: 'EnrolBeneficiary',
  ReadBeneficiaries: 'ReadBeneficiaries',
  EditBeneficiaries: 'EditBeneficiaries',
  ReadAccesses: 'ReadAccesses',
  ReadAudit: 'ReadAudit',
  ReadSessions: 'ReadSessions',
  PlanSessions: 'PlanSessions',
  EnrolInSession: 'EnrolInSession',
  ReadEnrolments: 'ReadEnrolments',
  MarkAttendance: 'MarkAttendance',
  RecordDropIn: 'RecordDropIn',
  CorrectActs: 'CorrectActs',
  ReadStock: 'ReadStock',
  HandleDevices: 'HandleDevices',
  Sell: 'Sell',
  CorrectSales: 'CorrectSales',
  ReadSales: 'ReadSales',
  ReadTariff: 'ReadTariff',
  SetTariff: 'SetTariff',
  ReadFigures: 'ReadFigures',
  ReadNetworkFigures: 'ReadNetworkFigures',
  CloseMonths: 'CloseMonths',
  ReadProofs: 'ReadProofs',
  ProveFigures: 'ProveFigures',
  ReadStatus: 'ReadStatus',
  MendEvents: 'MendEvents',
  QueryFreely: 'QueryFreely',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];

/** Who signs in. `API_CLIENT` stands for a program. */
export const ROLES = [
  'HELPER',
  'BRANCH_MANAGER',
  'NATIONAL_COORDINATOR',
  'PRESCRIBER',
  'AUDITOR',
  'ADMINISTRATOR',
  'API_CLIENT',
] as const;
export type Role = (typeof ROLES)[number];

const P = Permission;
const FRONT_DESK = [
  P.ReadBranches,
  P.ReadPlaces,
  P.ReadOrganisations,
  P.EnrolBeneficiary,
  P.ReadBeneficiaries,
  P.EditBeneficiaries,
  P.ReadSessions,
  P.EnrolInSession,
  P.ReadEnrolments,
  P.MarkAttendance,
  P.RecordDropIn,
  P.ReadStock,
  P.HandleDevices,
  P.Sell,
  P.ReadSales,
  P.ReadTariff,
  P.ReadFigures,
] as const;

/** The permissions of each role; branches come from the token and bound every one of them. */
export const GRANTS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  HELPER: new Set<Permission>(FRONT_DESK),
  BRANCH_MANAGER: new Set<Permission>([
    ...FRONT_DESK,
    P.ReadAccesses,
    P.PlanSessions,
    P.CorrectActs,
    P.CorrectSales,
    P.EditPlaces,
    P.ImportPlaces,
    P.EditOrganisations,
    P.ReadNetworkFigures,
  ]),
  NATIONAL_COORDINATOR: new Set<Permission>([
    P.ReadBranches,
    P.OpenBranch,
    P.ReadPlaces,
    P.EditPlaces,
    P.ImportPlaces,
    P.ReadOrganisations,
    P.EditOrganisations,
    P.ReadSessions,
    P.ReadStock,
    P.ReadTariff,
    P.SetTariff,
    P.ReadFigures,
    P.ReadNetworkFigures,
    P.CloseMonths,
    P.ReadProofs,
    P.ProveFigures,
  ]),
  PRESCRIBER: new Set<Permission>([
    P.ReadBranches,
    P.ReadPlaces,
    P.ReadOrganisations,
    P.ReadSessions,
    P.EnrolBeneficiary,
    P.EnrolInSession,
  ]),
  AUDITOR: new Set<Permission>([
    P.ReadAccesses,
    P.ReadAudit,
    P.ReadBranches,
    P.ReadPlaces,
    P.ReadTariff,
    P.ReadFigures,
    P.ReadNetworkFigures,
    P.ReadProofs,
  ]),
  ADMINISTRATOR: new Set<Permission>([
    P.ReadBranches,
    P.OpenBranch,
    P.ReadPlaces,
    P.EditPlaces,
    P.ImportPlaces,
    P.ReadOrganisations,
    P.ReadProofs,
    P.ProveFigures,
    P.ReadStatus,
    P.MendEvents,
    P.QueryFreely,
  ]),
  API_CLIENT: new Set<Permission>([
    P.QueryFreely,
    P.ReadBranches,
    P.ReadPlaces,
    P.ReadSessions,
    P.ReadStock,
    P.ReadTariff,
    P.ReadFigures,
    P.ReadNetworkFigures,
  ]),
};

/** True when the role holds the permission. Says nothing of the branch. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].has(permission);
}
