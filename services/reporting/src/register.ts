import { type Register, Use } from '#runtime';

const FIGURE = {
  ...Use.classes,
  category:
    'Identifiant aléatoire et classes larges, en codes\u00a0; les mêmes faits sont en clair chez leurs services',
  retention: 'Sans limite\u00a0; l’identifiant ne mène plus à personne après l’effacement',
  recipients: 'Membres du réseau, en chiffres agrégés seulement',
};
const OF_PERSON = 'person_no = (SELECT no FROM person_number WHERE id = $1)';
const OF_PAIR = '(SELECT no FROM person_number WHERE id = $1) IN (a, b)';

/** What this service keeps, and why: figures, and the random number each person is counted by. */
export const REGISTER: Register = {
  branchesOf: `SELECT DISTINCT d.branch FROM reporting.delta d JOIN person_number p ON p.no = d.person_no WHERE p.id = $1`,
  tables: {
    person_number: {
      held: { where: 'id = $1', key: ['id'] },
      columns: [[FIGURE, 'id no']],
    },
    'reporting_v*.delta': {
      held: { where: OF_PERSON, key: ['event_id', 'n'], from: 'reporting.delta' },
      columns: [
        [
          FIGURE,
          'event_id n recorded_at themes cents occurred_on person_no place_no commune_no units minutes kind branch solution gender age_band status a1 a2 lag_days subject type_no',
        ],
      ],
    },
    'reporting_v*.person_month': {
      held: { where: OF_PERSON, key: ['branch', 'month'], from: 'reporting.person_month' },
      columns: [[FIGURE, 'branch month person_no prev_month next_month days']],
    },
    'reporting_v*.person_edge': {
      held: { where: OF_PAIR, key: ['event_id'], from: 'reporting.person_edge' },
      columns: [[FIGURE, 'event_id merge_id a b units recorded_at']],
    },
    'reporting_v*.person_root': {
      held: { where: OF_PERSON, key: ['person_no'], from: 'reporting.person_root' },
      columns: [[FIGURE, 'person_no root_no']],
    },
    'reporting_v*.person_cell': { columns: [[Use.nothing, 'branch month prev_month value']] },
    'reporting_v*.cell_day': { columns: [[Use.nothing, 'indicator dim branch day member value']] },
    'reporting_v*.cell_month': { columns: [[Use.nothing, 'indicator dim branch month member value']] },
    'reporting_v*.watermark': { columns: [[Use.nothing, 'branch version changed_at']] },
    'reporting.projection_version': { columns: [[Use.nothing, 'version state began_at loaded_at switched_at']] },
    place_number: { columns: [[Use.nothing, 'id no']] },
    commune_number: { columns: [[Use.nothing, 'id no']] },
    event_type_number: { columns: [[Use.nothing, 'id no']] },
    month_closing: {
      columns: [
        [Use.nothing, 'id branch month closed_at'],
        [Use.author, 'closed_by'],
      ],
    },
    branch_seat: { columns: [[Use.nothing, 'branch commune_code']] },
    quarter_publication: {
      columns: [
        [Use.nothing, 'id quarter starts_on ends_on frozen_at'],
        [Use.author, 'published_by'],
      ],
    },
    published_figure: { columns: [[Use.nothing, 'quarter indicator dimension member territory value']] },
    stated_day: { columns: [[Use.nothing, 'source day stated_at']] },
    stated_part: { columns: [[Use.nothing, 'source day type count hash']] },
    proof: {
      columns: [[Use.nothing, 'id cause state asked_at ended_at facts days waiting_days set_aside differences']],
    },
  },
};
