import type { sharing as french } from './sharing.fr.js';

/** English of a view that leaves the page. */
export const sharing: Readonly<Record<keyof typeof french, string>> = {
  'figures.copy': 'Copy the address',
  'figures.copied': 'Address copied',
  'figures.csv': 'Export as CSV',
  'csv.title': 'Passerelle, figures',
  'csv.period': 'Period',
  'csv.filters': 'Filters',
  'csv.none': 'none',
  'csv.asOf': 'As known on',
  'csv.freshness': 'Freshness',
  'csv.definition': 'Definition',
  'csv.figure': 'Figure',
  'csv.value': 'Value',
  'csv.previous': 'Period compared with',
  'csv.by': 'Breakdown',
  'csv.proven': '{source}: counted up to {at}',
  'csv.unproven': '{source}: late',
};
