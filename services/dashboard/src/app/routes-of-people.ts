import type { Address } from './page-address.js';

/** Addresses of pages about people. */
export const ADDRESSES_OF_PEOPLE = {
  people: {
    path: '/people',
    slice: 'beneficiaries/list-beneficiaries',
    title: 'page.people',
    needs: 'ReadBeneficiaries',
  },
  enrol: {
    path: '/people/new',
    slice: 'beneficiaries/enrol-beneficiary',
    title: 'page.enrol',
    needs: 'EnrolBeneficiary',
  },
  importPeople: {
    path: '/people/import',
    slice: 'beneficiaries/import-people',
    title: 'page.importPeople',
    needs: 'ImportPeople',
    ofOneBranch: true,
  },
  peopleImport: {
    path: '/people/import/$importId',
    slice: 'beneficiaries/show-people-import',
    title: 'page.peopleImport',
    needs: 'ImportPeople',
  },
  soonArchived: {
    path: '/people/soon-archived',
    slice: 'beneficiaries/list-soon-archived',
    title: 'page.soonArchived',
    needs: 'ReadBeneficiaries',
  },
  followUps: {
    path: '/people/follow-ups',
    slice: 'beneficiaries/list-follow-ups',
    title: 'page.followUps',
    needs: 'FollowPeople',
    ofOneBranch: true,
  },
  supports: {
    path: '/people/support-journeys',
    slice: 'beneficiaries/list-support-journeys',
    title: 'page.supports',
    needs: 'FollowPeople',
    ofOneBranch: true,
  },
  support: {
    path: '/people/$id/support',
    slice: 'beneficiaries/show-support-journey',
    title: 'page.support',
    needs: 'FollowPeople',
  },
  prescriptions: {
    path: '/prescriptions',
    slice: 'beneficiaries/list-prescriptions',
    title: 'page.prescriptions',
    needs: 'AnswerPrescriptions',
    ofOneBranch: true,
  },
  prescribe: {
    path: '/prescribe',
    slice: 'beneficiaries/prescribe-person',
    title: 'page.prescribe',
    needs: 'PrescribePeople',
  },
  duplicates: {
    path: '/people/duplicates',
    slice: 'beneficiaries/list-duplicate-pairs',
    title: 'page.duplicates',
    needs: 'MergeBeneficiaries',
  },
  erasures: {
    path: '/people/erasures',
    slice: 'beneficiaries/list-erasures',
    title: 'page.erasures',
    needs: 'ReadErasures',
  },
  setAside: {
    path: '/people/set-aside',
    slice: 'beneficiaries/list-restricted-beneficiaries',
    title: 'page.setAside',
    needs: 'LimitBeneficiaries',
  },
  person: {
    path: '/people/$id',
    slice: 'beneficiaries/show-beneficiary',
    title: 'page.person',
    needs: 'ReadBeneficiaries',
  },
  accesses: { path: '/audit', slice: 'beneficiaries/list-accesses', title: 'page.accesses', needs: 'ReadAccesses' },
  timeline: {
    path: '/people/$id/timeline',
    slice: 'beneficiaries/show-timeline',
    title: 'page.timeline',
    needs: 'FollowPeople',
  },
} as const satisfies Readonly<Record<string, Address>>;
