/** Sentences of the files of a refurbishing bench; they travel with their page. */
export const audits = {
  'audit.what':
    'The file of the refurbishing bench brings devices in or completes their record. A wrong row is refused alone.',
  'audit.file': 'CSV or JSON file',
  'audit.dry': 'Dry run, nothing is saved',
  'audit.take': 'Save {count, plural, one {# row} other {# rows}}',
  'audit.progress': '{done} rows of {all}',
  'audit.dryDone': 'Dry run: nothing is saved.',
  'audit.done': 'File saved.',
  'audit.created': 'Created',
  'audit.updated': 'Completed',
  'audit.unchanged': 'Unchanged',
  'audit.refused': 'Refused',
  'audit.refusedRows': 'Refused rows',
  'audit.noneRefused': 'No row refused.',
  'audit.row': 'Row',
  'audit.column': 'Column',
  'audit.reason': 'Reason',
  'audit.empty': 'This file has no row.',
} as const;
