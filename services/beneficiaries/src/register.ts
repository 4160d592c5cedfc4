import { type Register, Use } from '#runtime';
import {
  CONTACT,
  ERASURE,
  FOLLOWED,
  IDENTITY,
  IMPORTED,
  KEEPING,
  LIMIT,
  MANDATED,
  NOTICE,
  PRESCRIBER,
  RECORD,
  TRAIL,
} from './column-uses.js';

/** What this service keeps, and why. */
export const REGISTER: Register = {
  branchesOf: 'SELECT branch FROM beneficiary WHERE id = $1',
  tables: {
    beneficiary: {
      held: { where: 'id = $1', key: ['id'] },
      columns: [
        [
          IDENTITY,
          'id given_name family_name birth_year sort_name search_name name_sounds duplicate_keys compared_version',
        ],
        [CONTACT, 'phone no_phone email no_email contact_preference spoken_language'],
        [RECORD, 'branch kind version orientation_source organisation_id first_need enrolled_on enrolled_at voided'],
        [Use.classes, 'stated_age_band bands_announced_through'],
        [{ ...RECORD, purpose: 'Prouver que la personne a été informée (art. 13)' }, 'privacy_notice_read_on'],
        [LIMIT, 'restricted_at restriction_ground objected_on'],
        [KEEPING, 'last_contact_on'],
        [ERASURE, 'erased_at'],
        [Use.author, 'enrolled_by'],
      ],
    },
    situation: {
      held: { where: 'beneficiary_id = $1', key: ['holds_from'] },
      columns: [[Use.classes, 'beneficiary_id holds_from branch gender social_status commune_code']],
    },
    correction: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [Use.reason, 'id branch beneficiary_id what reason at'],
        [Use.author, 'author'],
      ],
    },
    duplicate_pair: {
      held: { where: '$1 IN (low_id, high_id)', key: ['id'], from: 'duplicate_pair' },
      columns: [
        [
          { ...IDENTITY, recipients: 'Responsables des deux antennes' },
          'id low_id high_id low_branch high_branch score because proposed_at settled settled_at',
        ],
        [Use.author, 'settled_by'],
      ],
    },
    prescription: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          {
            ...RECORD,
            purpose: 'Recevoir une personne adressée par un prescripteur, et lui dire ce que la personne accepte',
            legalBasis: 'Consentement de la personne (art. 6.1.a)',
            retention: 'Trente jours après la fin de l’accord ou le refus\u00a0; aussitôt si l’accord est retiré',
            recipients: 'Membres de l’antenne\u00a0; le prescripteur, pour ce que la personne accepte',
          },
          'id branch organisation_id organisation_named version state needs given_name family_name birth_year phone spoken_language availability consent_scope consent_until consent_withdrawn_at received_on received_at answered_on done_on delay_told_on beneficiary_id forgotten',
        ],
        [Use.reason, 'reason other_place_id other_place_words'],
        [Use.author, 'prescriber'],
        [PRESCRIBER, 'prescriber_mail'],
      ],
    },
    prescriber_letter: {
      columns: [
        [PRESCRIBER, 'id branch kind mail prescription_id state why tries due_at processed_at sent_at ends_at used_at'],
      ],
    },
    assessment: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          {
            ...RECORD,
            purpose: 'Proposer ce qui convient à la personne, et savoir si l’accompagnement l’a aidée',
            category: 'Vie personnelle\u00a0: aisance avec le numérique',
            recipients: 'Membres de l’antenne qui accompagnent la personne',
          },
          'id branch beneficiary_id entry_id moment outcome occurred_on questionnaire questionnaire_version answers told follow_up_on followed_up recorded_at voided_at',
        ],
        [Use.reason, 'reason'],
        [Use.author, 'recorded_by voided_by'],
      ],
    },
    support_journey: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          FOLLOWED,
          'id branch beneficiary_id version state goals next_due_on opened_on paused_on pauses ended_on exit_reason outcomes opening_told ending_told recorded_at voided_at',
        ],
        [Use.reason, 'reason'],
        [Use.author, 'referent recorded_by voided_by'],
      ],
    },
    uploaded_file: {
      columns: [
        [Use.nothing, 'id bytes uploaded_at'],
        [{ ...Use.author, retention: 'Un jour' }, 'subject'],
      ],
    },
    people_import: {
      columns: [
        [
          Use.nothing,
          'id branch source dry_run file_id format columns privacy_notice_read_on state row_count enrolled known refused created_at done_at',
        ],
        [Use.author, 'author author_role'],
      ],
    },
    people_import_row: {
      held: { where: 'beneficiary_id = $1', key: ['import_id', 'row'] },
      columns: [
        [{ ...IMPORTED, retention: 'Jusqu’à ce que la ligne soit traitée' }, 'cells'],
        [{ ...IMPORTED, retention: 'Jusqu’à la fin de l’import' }, 'key'],
        [IMPORTED, 'import_id branch row outcome beneficiary_id notes'],
      ],
    },
    imported_person: {
      held: { where: 'beneficiary_id = $1', key: ['key'] },
      columns: [[IMPORTED, 'branch key source beneficiary_id']],
    },
    mandate: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [MANDATED, 'id branch beneficiary_id version themes duration from_on until_on revoked_on recorded_at'],
        [Use.author, 'recorded_by revoked_by'],
      ],
    },
    mandate_act: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [MANDATED, 'id branch mandate_id beneficiary_id theme what occurred_on recorded_at'],
        [Use.author, 'recorded_by'],
      ],
    },
    redirection: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          { ...FOLLOWED, purpose: 'Savoir si la personne a été aidée là où on l’a adressée' },
          'id branch beneficiary_id version target whereto sent_on result result_on told recorded_at voided_at',
        ],
        [Use.reason, 'reason'],
        [Use.author, 'recorded_by voided_by'],
      ],
    },
    merge: {
      held: { where: '$1 IN (kept_id, merged_id)', key: ['id'], from: 'merge' },
      columns: [
        [IDENTITY, 'id kept_id merged_id kept_branch merged_branch merged_at undone_at'],
        [Use.author, 'merged_by undone_by'],
      ],
    },
    contact: {
      held: { where: 'beneficiary_id = $1', key: ['kind', 'source_id'] },
      columns: [[KEEPING, 'kind source_id beneficiary_id branch occurred_on']],
    },
    opened_beneficiary: {
      held: { where: 'beneficiary_id = $1', key: ['subject'] },
      columns: [
        [
          { ...RECORD, purpose: 'Retrouver les fiches ouvertes en dernier', category: 'Journal d’usage' },
          'beneficiary_id branch at',
        ],
        [Use.author, 'subject'],
      ],
    },
    erasure: {
      held: { where: 'beneficiary_id = $1', key: ['beneficiary_id'] },
      columns: [
        [ERASURE, 'beneficiary_id branch erased_at ground'],
        [Use.author, 'erased_by'],
      ],
    },
    erasure_receipt: {
      held: { where: 'beneficiary_id = $1', key: ['service'] },
      columns: [[ERASURE, 'beneficiary_id service branch at removed']],
    },
    known_seat: {
      held: { where: 'beneficiary_id = $1', key: ['enrolment_id'] },
      columns: [[NOTICE, 'enrolment_id session_id beneficiary_id branch confirmed_at cancelled']],
    },
    notice: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [NOTICE, 'id branch beneficiary_id kind happened_at part due_at state channel why tries'],
        [NOTICE, 'offer_id offered_until processed_at sent_at delivered_at'],
      ],
    },
    notice_session: {
      held: {
        where: 'notice_id IN (SELECT id FROM notice WHERE beneficiary_id = $1)',
        key: ['notice_id', 'session_id'],
      },
      columns: [[NOTICE, 'notice_id session_id branch enrolment_id']],
    },
    known_session: { columns: [[Use.nothing, 'session_id branch starts_at ends_at themes plan_version cancelled']] },
    known_branch: { columns: [[Use.nothing, 'branch zone open city']] },
    known_organisation: { columns: [[Use.nothing, 'organisation_id structure_type']] },
    known_helper: {
      columns: [
        [Use.nothing, 'branches active'],
        [Use.author, 'member_id subject'],
      ],
    },
    'audit.line': {
      held: {
        where: 'true',
        key: ['seq'],
        from: 'audit.accesses_to($1, NULL, NULL, 1000000)',
        asActor: true,
      },
      columns: [
        [TRAIL, 'seq at role branch person action purpose fields'],
        [{ ...TRAIL, whose: 'MEMBER' }, 'subject reach correlation_id'],
      ],
    },
    'audit.seal': { columns: [[Use.nothing, 'number after_seq through_seq lines latest sealed_at digest hash']] },
  },
};
