export { fontFor, type Paper, pdfOf } from './pdf.js';
