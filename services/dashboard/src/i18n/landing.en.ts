/** The same sentences in English. */
export const landing = {
  'landing.title': 'The work of each branch, the figures of the network',
  'landing.what': 'Enrol, support, equip: whatever a branch records is seen at national level within seconds.',
  'landing.who': 'Who are you?',
  'landing.demo': 'Demo network: people and figures are invented.',
  'landing.orient': 'Refer a person, without an account',
  'landing.signIn': 'Sign in',
  'landing.network': 'The whole network',
} as const;
