/** A person of the demo network: what a sign-in as this person says about them. */
export interface Persona {
  /** Name in commands and in `login_hint`. */
  readonly id: string;
  /** Random and fixed, so that records made yesterday still belong to the same person today. */
  readonly subject: string;
  readonly role:
    | 'HELPER'
    | 'BRANCH_MANAGER'
    | 'NATIONAL_COORDINATOR'
    | 'PRESCRIBER'
    | 'AUDITOR'
    | 'ADMINISTRATOR'
    | 'API_CLIENT';
  /** Branch codes within reach; `*` alone = the whole network. */
  readonly branches: readonly string[];
  readonly name: string;
  /** Nobody reads mail there: the domain is reserved for examples. */
  readonly mail: string;
  /** What this person does here, in French. */
  readonly does: string;
  readonly scope: string;
}

const person = 'openid profile';

/** Everybody who can sign in to the demo network. */
export const personas: readonly Persona[] = [
  {
    id: 'branch-manager-bordeaux',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d01',
    role: 'BRANCH_MANAGER',
    branches: ['BX'],
    name: 'Camille Durand',
    mail: 'camille.durand@passerelle.example',
    does: 'Responsable de l’antenne de Bordeaux',
    scope: person,
  },
  {
    id: 'branch-manager-lille',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d02',
    role: 'BRANCH_MANAGER',
    branches: ['LI'],
    name: 'Nadia Vermeulen',
    mail: 'nadia.vermeulen@passerelle.example',
    does: 'Responsable de l’antenne de Lille',
    scope: person,
  },
  {
    id: 'helper-bordeaux',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d03',
    role: 'HELPER',
    branches: ['BX'],
    name: 'Hugo Martin',
    mail: 'hugo.martin@passerelle.example',
    does: 'Médiateur numérique à Bordeaux',
    scope: person,
  },
  {
    id: 'national-coordinator',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d04',
    role: 'NATIONAL_COORDINATOR',
    branches: ['*'],
    name: 'Claire Fontaine',
    mail: 'claire.fontaine@passerelle.example',
    does: 'Coordination nationale',
    scope: person,
  },
  {
    id: 'prescriber-bordeaux',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d05',
    role: 'PRESCRIBER',
    branches: ['BX'],
    name: 'Samir Benali',
    mail: 'samir.benali@passerelle.example',
    does: 'Travailleur social qui oriente vers Bordeaux',
    scope: person,
  },
  {
    id: 'auditor',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d06',
    role: 'AUDITOR',
    branches: ['*'],
    name: 'Jeanne Petit',
    mail: 'jeanne.petit@passerelle.example',
    does: 'Audit : lit les chiffres et leur origine',
    scope: person,
  },
  {
    id: 'administrator',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d07',
    role: 'ADMINISTRATOR',
    branches: ['*'],
    name: 'Louis Moreau',
    mail: 'louis.moreau@passerelle.example',
    does: 'Administration technique',
    scope: person,
  },
  {
    id: 'api-client',
    subject: '0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d08',
    role: 'API_CLIENT',
    branches: ['*'],
    name: 'Application partenaire',
    mail: 'application.partenaire@passerelle.example',
    does: 'Programme qui lit les données ouvertes du réseau',
    scope: '',
  },
];

/** The persona of that name, if there is one. */
export function personaNamed(id: unknown): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}
