/** The same sentences in English. */
export const enrolList = {
  'enrolList.open': 'Enrol a list',
  'enrolList.title': 'Enrol a list of people',
  'enrolList.what':
    'The people of an import are given the seats in the order of the list, 300 at most; those after wait, in the same order.',
  'enrolList.doing': 'Reading the imports',
  'enrolList.none': 'No import of people in this branch. Import the list first, from “People”.',
  'enrolList.people': '{count, plural, one {# person} other {# people}}',
  'enrolList.take': 'Enrol',
  'enrolList.takeOf': 'Enrol the list {source}',
  'enrolList.done':
    '{enrolled, plural, =0 {Nobody has a seat} one {# person has a seat} other {# people have a seat}}{waiting, plural, =0 {} one {, # waits} other {, # wait}}{left, plural, =0 {.} one {; # left aside, as the record cannot be used.} other {; # left aside, as their records cannot be used.}}',
} as const;
