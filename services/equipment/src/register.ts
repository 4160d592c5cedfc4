import { type Register, Use } from '#runtime';

const PURCHASE = {
  ...Use.activity,
  purpose: 'Vendre à prix solidaire, rendre compte des recettes',
  legalBasis: 'Exécution du contrat de vente (art. 6.1.b) et obligation comptable',
  category: 'Achats et paiements',
  retention: 'Dix ans pour les pièces comptables\u00a0; ne mène plus à personne après l’effacement',
};

const KEPT = {
  ...Use.activity,
  purpose: 'Garder un matériel pour une personne, ou le lui prêter et le retrouver',
  legalBasis: 'Exécution du prêt ou de la réservation demandés par la personne (art. 6.1.b)',
  category: 'Matériel gardé ou prêté, dates',
  retention: 'Comme le matériel\u00a0; ne mène plus à personne après l’effacement',
};

const ACTIVATED = {
  ...Use.activity,
  purpose: 'Activer une carte SIM vendue, une seule fois',
  legalBasis: 'Exécution du contrat de vente (art. 6.1.b)',
  category: 'Empreinte du numéro de la carte et ses quatre derniers chiffres',
  retention: 'Comme la vente\u00a0; les quatre chiffres sont vidés à l’effacement de la personne',
};

const SERVICED = {
  ...Use.activity,
  purpose: 'Réparer, échanger ou rembourser un matériel vendu',
  legalBasis: 'Garantie légale due à l’acheteur (art. 6.1.c)',
  category: 'Pannes et suites données',
  retention: 'Comme la vente\u00a0; le texte est vidé à l’effacement de la personne',
};

/** What this service keeps, and why. It knows of a person a random id, coarse classes, and what they bought. */
export const REGISTER: Register = {
  branchesOf: 'SELECT branch FROM known_person WHERE beneficiary_id = $1',
  tables: {
    known_branch: { columns: [[Use.nothing, 'branch zone open city']] },
    known_merge: {
      held: { where: '$1 IN (kept_id, merged_id)', key: ['merge_id'] },
      columns: [[Use.activity, 'merge_id kept_id merged_id']],
    },
    known_person: {
      held: { where: 'beneficiary_id = $1', key: ['beneficiary_id'] },
      columns: [[Use.activity, 'beneficiary_id branch voided erased restricted objected_from objected_until']],
    },
    person_class: {
      held: { where: 'beneficiary_id = $1', key: ['holds_from'] },
      columns: [[Use.classes, 'beneficiary_id holds_from gender age_band social_status commune_code']],
    },
    device_tag: { columns: [[Use.nothing, 'tag prefix number device_id branch']] },
    device: {
      columns: [
        [
          Use.nothing,
          'id branch received_in bound_for tag type grade state state_since received_on serial imei ram_gb storage_gb storage_kind cpu_mark os battery_percent notes technical_note look_note grade_rule grade_lines graded_at voided data_erasure data_erased_at data_erasure_proof lot_id waste_id',
        ],
        [Use.author, 'data_erased_by'],
      ],
    },
    grade_rule: {
      columns: [
        [Use.nothing, 'id version valid_from thresholds reason published_at'],
        [Use.author, 'published_by'],
      ],
    },
    known_donor: { columns: [[Use.nothing, 'donor_id branch forgotten']] },
    donation: {
      columns: [
        [Use.nothing, 'id branch donor_id received_on received_at'],
        [Use.author, 'received_by'],
      ],
    },
    lot_counter: { columns: [[Use.nothing, 'branch year last']] },
    lot: { columns: [[Use.nothing, 'id branch donation_id donor_id code label expected weight_grams']] },
    waste_removal: {
      columns: [
        [Use.nothing, 'id branch removed_on removed_at collector slip weight_grams devices'],
        [Use.author, 'removed_by'],
      ],
    },
    audit_run: {
      columns: [
        [Use.nothing, 'id branch at dry_run created updated unchanged refused rows'],
        [Use.author, 'author'],
      ],
    },
    till_day: {
      columns: [
        [Use.nothing, 'id branch day opened_at float_cents closed_at counted_cents expected_cents reason takings'],
        [Use.author, 'opened_by closed_by'],
      ],
    },
    till_entry: {
      held: {
        where:
          'sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1) OR exception_id IN (SELECT id FROM sale_exception WHERE beneficiary_id = $1)',
        key: ['id'],
      },
      columns: [
        [PURCHASE, 'id branch day sale_id exception_id kind cents at what'],
        [Use.author, 'author'],
      ],
    },
    device_step: {
      columns: [
        [Use.nothing, 'id branch device_id at what before after reason turn'],
        [Use.author, 'who'],
      ],
    },
    equipment_transfer: {
      columns: [
        [Use.nothing, 'id from_branch to_branch state lines requested_at answered_at shipped_at closed_at reason'],
      ],
    },
    transfer_device: {
      columns: [
        [
          Use.nothing,
          'id transfer_id device_id from_branch to_branch tag type grade state_before arrived_at proposed proposed_reason outcome settled_at',
        ],
      ],
    },
    reservation: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [[KEPT, 'id branch device_id tag beneficiary_id reserved_at expires_at ended_at how']],
    },
    loan: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [[KEPT, 'id branch device_id tag beneficiary_id lent_at due_on ended_at how condition']],
    },
    entitlement_use: {
      held: { where: 'beneficiary_id = $1', key: ['sale_id'] },
      columns: [[PURCHASE, 'sale_id beneficiary_id occurred_on cents']],
    },
    entitlement_renewal: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [PURCHASE, 'id beneficiary_id nth renewed_on'],
        [Use.author, 'author'],
      ],
    },
    entitlement_exception: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [PURCHASE, 'id beneficiary_id month cents reason at'],
        [Use.author, 'author'],
      ],
    },
    tariff: { columns: [[Use.nothing, 'id type grade cents market_cents valid_from valid_until']] },
    article: {
      columns: [
        [
          Use.nothing,
          'id branch code label kind cents market_cents quantity operator value_cents validity_days reorder_level',
        ],
      ],
    },
    article_movement: {
      columns: [
        [Use.nothing, 'id turn branch article_id at day what before after reason'],
        [Use.author, 'author'],
      ],
    },
    sim_activation: {
      held: { where: 'sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)', key: ['id'] },
      columns: [
        [ACTIVATED, 'id branch sale_id article_id fingerprint last_four activated_at activated_on'],
        [Use.author, 'author'],
      ],
    },
    receipt_counter: { columns: [[Use.nothing, 'branch year last']] },
    sale: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [PURCHASE, 'id branch receipt occurred_at occurred_on beneficiary_id lines payments total_cents state returns'],
        [Use.classes, 'gender age_band social_status commune_code'],
        [Use.author, 'sold_by'],
      ],
    },
    sale_exception: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          PURCHASE,
          'id branch occurred_at occurred_on received_at beneficiary_id lines payments total_cents code fr en state settled_at reason sale_id',
        ],
        [Use.author, 'sold_by settled_by'],
      ],
    },
    sold_device: {
      held: { where: 'sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)', key: ['device_id'] },
      columns: [[PURCHASE, 'device_id branch sale_id']],
    },
    after_sales_ticket: {
      held: { where: 'sale_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)', key: ['id'] },
      columns: [
        [
          SERVICED,
          'id branch sale_id device_id tag opened_at opened_on warranty_until fault outcome note closed_at replacement_tag',
        ],
        [Use.author, 'opened_by'],
      ],
    },
    correction: {
      held: { where: 'subject_id IN (SELECT id FROM sale WHERE beneficiary_id = $1)', key: ['id'] },
      columns: [
        [Use.reason, 'id branch subject_kind subject_id what reason at'],
        [Use.author, 'author'],
      ],
    },
  },
};
