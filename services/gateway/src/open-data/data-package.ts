import type { PublishedQuarter } from './published.js';
import { COLUMNS } from './published-file.js';

const DESCRIPTIONS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  quarter: 'Trimestre civil, 2026-T2',
  territory: 'FR, REG- et DEP- suivis du code officiel géographique (INSEE), ou les deux lettres d’une antenne',
  indicator: 'Code du chiffre ; les définitions sont celles du tableau de bord',
  dimension: 'Ventilation ; TOTAL pour l’ensemble',
  member: 'Modalité de la ventilation ; UNTOLD pour ce qu’aucune modalité ne dit',
  value: 'Nombre arrondi à 5 ; vide s’il est masqué',
  masked: 'true si le nombre est masqué : moins de 11, une antenne à plus de 85 %, ou un autre nombre s’en déduirait',
};

/** What there is, for programs: a data package (Frictionless, version 2). Texts are French, as the data's readers are. */
export function dataPackage(quarters: readonly PublishedQuarter[]): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'passerelle',
    title: 'Inclusion numérique : activité du réseau par trimestre',
    description:
      'Chaque trimestre est figé une fois pour toutes, au plus tôt 15 jours après sa fin. Les nombres sont arrondis à 5. Aucune ventilation croisée, aucune commune.',
    licenses: [{ name: 'etalab-2.0', title: 'Licence Ouverte 2.0' }],
    resources: quarters.map(({ quarter, startsOn, endsOn, frozenAt }) => ({
      name: quarter.toLowerCase(),
      title: quarter,
      path: `open-data/${quarter}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      temporal: { start: startsOn, end: endsOn },
      modified: frozenAt,
      schema: {
        fields: COLUMNS.map((name) => ({
          name,
          type: name === 'value' ? 'integer' : name === 'masked' ? 'boolean' : 'string',
          description: DESCRIPTIONS[name],
        })),
        primaryKey: COLUMNS.slice(0, 5),
      },
    })),
  };
}
