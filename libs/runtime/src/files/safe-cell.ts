/**
 * A spreadsheet runs a cell that begins like a formula. An apostrophe keeps it still, and reading takes it away again,
 * so that a file that went out comes back exactly. Figures and telephone numbers are no formulas.
 */
export function safeCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

/** What `safeCell` was given. */
export function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
