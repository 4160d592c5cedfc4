/** The same sentences in English. */
export const gate = {
  'gate.expired': 'Your session has ended',
  'gate.locked': 'Screen locked',
  'gate.who': 'Session of {name}.',
  'gate.nothingLost': 'The page and your input are kept. Sign in again to go on.',
  'gate.again': 'Sign in again',
  'gate.window': 'A window has opened…',
  'gate.leave': 'Leave without keeping the input',
  'gate.another': 'Somebody else signed in. This page waits for {name}.',
  'gate.failed': 'The window closed before the end. Allow this site’s windows if it does not open.',
} as const;
