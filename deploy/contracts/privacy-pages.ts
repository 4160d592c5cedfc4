import { allTables, type ColumnUse, type DataSubject, usesOf } from '#runtime';
import type { DescribedService } from './services.js';
import { THREATS } from './threats.js';

const RECORD = 'docs/privacy/record-of-processing.md';
const ASSESSMENT = 'docs/privacy/dpia.md';
const WRITTEN =
  'Écrit par `npm run contracts` à partir des registres des services (`src/register.ts`)\u00a0; ne pas modifier à la main.';

const SUBJECTS: Readonly<Record<DataSubject, string>> = {
  PERSON: 'Personnes accompagnées',
  MEMBER: 'Membres du réseau',
  CONTACT: 'Contacts de structures partenaires',
  NOBODY: 'Personne',
};

/** Columns kept for one purpose on one ground. */
interface Processing {
  readonly use: ColumnUse;
  readonly where: string[];
}

/** The record of processing activities (GDPR, art. 30) and a draft of the impact assessment (art. 35), in French. */
export function privacyPages(services: readonly DescribedService[]): [string, string][] {
  const processings = processingsOf(services);
  return [
    [RECORD, recordPage(processings)],
    [ASSESSMENT, assessmentPage(processings)],
  ];
}

function processingsOf(services: readonly DescribedService[]): Processing[] {
  const found = new Map<string, Processing>();
  for (const { name: service, register } of services)
    for (const [table, registered] of Object.entries(allTables(register?.tables ?? {})))
      for (const { name, use } of usesOf(registered)) {
        if (use.whose === 'NOBODY') continue;
        const key = JSON.stringify(Object.values(use));
        const one = found.get(key) ?? { use, where: [] };
        one.where.push(`${service} · ${table}.${name}`);
        found.set(key, one);
      }
  return [...found.values()].sort((a, b) => (a.use.purpose < b.use.purpose ? -1 : 1));
}

function recordPage(processings: readonly Processing[]): string {
  return `# Registre des activités de traitement

${WRITTEN} Règlement général sur la protection des données, article 30. Chaque colonne de chaque table y est, ou ne dit rien de
personne\u00a0: un test le vérifie. Le responsable de traitement et son délégué sont ceux de l’association qui fait fonctionner le réseau\u00a0;
elle les ajoute à la copie qu’elle signe. Aucun transfert hors de l’Union européenne. Mesures de sécurité\u00a0: voir l’analyse d’impact.

${processings.map(sectionOf).join('\n\n')}
`;
}

function sectionOf({ use, where }: Processing): string {
  return `## ${use.purpose}

- **Personnes concernées**\u00a0: ${SUBJECTS[use.whose]}
- **Base légale**\u00a0: ${use.legalBasis}
- **Catégorie**\u00a0: ${use.category}
- **Durée**\u00a0: ${use.retention}
- **Destinataires**\u00a0: ${use.recipients}
- **Où**\u00a0: ${placesOf(where)}`;
}

/** `beneficiaries · beneficiary (phone, email)`: the columns of one table together. */
function placesOf(where: readonly string[]): string {
  const tables = Map.groupBy(where, (place) => place.slice(0, place.lastIndexOf('.')));
  return [...tables]
    .map(([table, places]) => `${table} (${places.map((place) => place.slice(table.length + 1)).join(', ')})`)
    .join('\u00a0; ');
}

function assessmentPage(processings: readonly Processing[]): string {
  const ofPeople = processings.filter(({ use }) => use.whose === 'PERSON');
  const distinct = (of: (use: ColumnUse) => string) => [...new Set(ofPeople.map(({ use }) => of(use)))].sort();
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
  return `# Analyse d’impact relative à la protection des données (projet)

${WRITTEN} Article 35 du règlement\u00a0; l’accompagnement social figure sur la liste de la CNIL des traitements qui demandent une telle analyse. C’est un projet\u00a0:
l’association le complète, consulte son délégué et les personnes concernées, et décide.

## Ce qui est traité

Des personnes en difficulté avec le numérique sont inscrites, accompagnées, équipées et suivies par des membres d’antennes locales. Finalités\u00a0:

${list(distinct(({ purpose }) => purpose))}

Catégories de données\u00a0:

${list(distinct(({ category }) => category))}

## Nécessité et proportion

Bases légales\u00a0:

${list(distinct(({ legalBasis }) => legalBasis))}

Durées\u00a0:

${list(distinct(({ retention }) => retention))}

Les données de l’article 9 ne sont pas modélisées. Ni numéro de sécurité sociale, ni mot de passe, ni compte bancaire n’est demandé. Pour un atelier, la situation
familiale ou sociale n’est pas demandée. Les droits d’accès, de portabilité, de rectification, de limitation, d’opposition et d’effacement s’exercent depuis la fiche.

## Risques

Gravité et vraisemblance de 1 (négligeable) à 4 (maximale), mesures en place comprises.

| Événement redouté | Comment | Pour la personne | Gravité | Vraisemblance | Mesures |
|---|---|---|---|---|---|
${THREATS.map((one) => `| ${[one.event, one.what, one.harm, String(one.severity), String(one.likelihood), one.measures].join(' | ')} |`).join('\n')}
`;
}
