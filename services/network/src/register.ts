import { type Register, Use } from '#runtime';

/** What this service keeps, and why: the network itself, its partners, and the members who work in it. Nothing of people helped. */
export const REGISTER: Register = {
  tables: {
    branch: {
      columns: [[Use.nothing, 'code city commune_code zone latitude longitude state opened_on version']],
    },
    organisation: {
      columns: [
        [Use.nothing, 'id branch name structure_type search created_at'],
        [Use.contact, 'contact_name contact_email contact_telephone'],
      ],
    },
    donor: {
      columns: [
        [Use.nothing, 'id branch kind created_at forgotten'],
        [Use.contact, 'name search contact_name contact_email contact_telephone'],
      ],
    },
    place: {
      columns: [
        [
          Use.nothing,
          `id branch commune_code retired version search created_at external_id pivot name commune postcode insee_code address
          address_complement latitude longitude typologies websites opening_hours summary description source mobilities
          parent_structure updated_on services audiences specific_supports fees national_programmes training_labels other_labels
          access_modes support_modes accessibility_url booking_url`,
        ],
        [Use.contact, 'telephone emails'],
      ],
    },
    uploaded_file: {
      columns: [
        [Use.nothing, 'id bytes uploaded_at'],
        [{ ...Use.author, retention: 'Un jour' }, 'subject'],
      ],
    },
    import_run: {
      columns: [
        [
          Use.nothing,
          'id branch source dry_run format encoding delimiter repairs columns accepted corrected refused unchanged created_at file_id',
        ],
        [Use.author, 'author'],
      ],
    },
    import_row: { columns: [[Use.nothing, 'run_id branch row name outcome place_id notes']] },
    correction: {
      columns: [
        [Use.nothing, 'id branch subject_kind subject_id what reason at'],
        [Use.author, 'author'],
      ],
    },
    helper_hours: {
      columns: [
        [Use.nothing, 'duty_id branch occurred_on minutes'],
        [Use.member, 'helper_id'],
      ],
    },
    known_helper: { columns: [[Use.member, 'helper_id kind']] },
    helper_rate: { columns: [[Use.nothing, 'id valid_from valid_until cents']] },
    manager_letter: {
      columns: [
        [Use.nothing, 'id branch kind about_id facts state tries due_at processed_at sent_at'],
        [Use.author, 'member_id'],
      ],
    },
    member: {
      columns: [
        [
          Use.member,
          `id subject name mail search role branches state version created_at invitation_hash invitation_ends_at mail_due
          sessions_ended_at to_end carried_version tries next_try_at`,
        ],
        [Use.member, 'helper_kind skills languages trainings charter_signed_on mission_ends_on'],
      ],
    },
  },
};
