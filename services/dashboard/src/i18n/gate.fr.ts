/** Sentences of the gate over a page whose session ended; they travel with it. */
export const gate = {
  'gate.expired': 'Votre session a pris fin',
  'gate.locked': 'Écran verrouillé',
  'gate.who': 'Session de {name}.',
  'gate.nothingLost': 'La page et votre saisie sont conservées. Identifiez-vous de nouveau pour continuer.',
  'gate.again': 'S’identifier de nouveau',
  'gate.window': 'Une fenêtre s’est ouverte…',
  'gate.leave': 'Quitter sans garder la saisie',
  'gate.another': 'Une autre personne s’est identifiée. Cette page attend {name}.',
  'gate.failed': 'La fenêtre s’est fermée avant la fin. Autorisez les fenêtres de ce site si elle ne s’ouvre pas.',
} as const;
