import { type Register, Use } from '#runtime';

/** What this service keeps, and why. It knows of a person a random id, coarse classes, and what was done with them. */
export const REGISTER: Register = {
  branchesOf: 'SELECT branch FROM known_person WHERE beneficiary_id = $1',
  tables: {
    known_branch: { columns: [[Use.nothing, 'branch zone open commune_code city']] },
    known_place: { columns: [[Use.nothing, 'place_id branch usable']] },
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
    workshop: {
      columns: [
        [
          Use.nothing,
          'id branch title summary level kind themes minutes resource_title resource_url retired created_at',
        ],
      ],
    },
    session: {
      columns: [
        [
          Use.nothing,
          'id branch workshop_id title place_id room equipment_set series_id starts_at ends_at zone occurred_on seats seats_taken seats_held level themes state after_the_fact cancel_reason plan_version',
        ],
      ],
    },
    resource: {
      columns: [
        [
          Use.nothing,
          'id branch title summary level themes language minutes review_on retired version created_at words',
        ],
      ],
    },
    resource_version: {
      columns: [
        [Use.nothing, 'id branch resource_id number note url file_name media_type bytes content added_at'],
        [Use.author, 'added_by'],
      ],
    },
    resource_upload: {
      columns: [
        [Use.nothing, 'id file_name media_type content uploaded_at'],
        [{ ...Use.author, retention: 'Un jour' }, 'subject'],
      ],
    },
    workshop_resource: { columns: [[Use.nothing, 'workshop_id resource_id branch place']] },
    session_resource: { columns: [[Use.nothing, 'session_id resource_id version_id branch place']] },
    workshop_series: { columns: [[Use.nothing, 'id branch workshop_id title kind state zone created_at outcome']] },
    week_copy: {
      columns: [[Use.nothing, 'id branch from_monday to_monday copied on_holiday already_there taken at']],
    },
    calendar_feed: {
      columns: [
        [Use.nothing, 'id branch opened_at revoked'],
        [Use.author, 'opened_by'],
      ],
    },
    waitlist_entry: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          Use.activity,
          'id branch beneficiary_id session_id series_id state ended_because joined_at place offered_at offered_until offered_session_ids',
        ],
        // Who knew it and the key could sign a link.
        [Use.nothing, 'offer_id'],
      ],
    },
    enrolment: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [Use.activity, 'id branch session_id beneficiary_id state attendance enrolled_at marked_at version'],
        [Use.author, 'marked_by'],
      ],
    },
    support_act: {
      held: { where: 'beneficiary_id = $1', key: ['id'] },
      columns: [
        [
          Use.activity,
          'id branch solution occurred_at occurred_on minutes beneficiary_id session_id enrolment_id place_id themes administrative_themes devices_used autonomy redirection voided recorded_at',
        ],
        [Use.classes, 'gender age_band social_status commune_code'],
        [Use.author, 'recorded_by'],
      ],
    },
    known_helper: {
      columns: [
        [Use.nothing, 'branches skills mission_ends_on active'],
        [Use.author, 'member_id subject'],
      ],
    },
    shift: {
      columns: [
        [Use.nothing, 'id branch place_id starts_at ends_at zone occurred_on needed taken skills state gap_id'],
      ],
    },
    duty: {
      columns: [
        [Use.nothing, 'id branch shift_id starts_at ends_at version'],
        [Use.author, 'subject state minutes said_at recorded_by'],
      ],
    },
    helper_availability: {
      columns: [
        [Use.nothing, 'id branch'],
        [Use.author, 'subject weekly away said_at'],
      ],
    },
    shift_feed: {
      columns: [
        [Use.nothing, 'id branch opened_at revoked'],
        [Use.author, 'subject'],
      ],
    },
    refused_drop_in: {
      columns: [
        [Use.nothing, 'id branch occurred_at occurred_on place_id themes voided'],
        [Use.author, 'recorded_by'],
      ],
    },
    correction: {
      held: {
        where: `subject_id IN (SELECT id FROM support_act WHERE beneficiary_id = $1
                               UNION ALL SELECT id FROM enrolment WHERE beneficiary_id = $1)`,
        key: ['id'],
      },
      columns: [
        [Use.reason, 'id branch subject_kind subject_id what reason at'],
        [Use.author, 'author'],
      ],
    },
  },
};
