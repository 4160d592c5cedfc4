import { expect, it } from '@jest/globals';
import { exported } from '../../i18n/exports.fr.js';
import { type ListColumn, type ListHead, listFile } from './list-file.js';

interface Device {
  readonly tag: string;
  readonly price: number | null | undefined;
}
const columns: readonly ListColumn<Device>[] = [
  { label: 'Étiquette', means: 'tag', value: ({ tag }) => tag },
  { label: 'Prix', means: 'price', value: ({ price }) => price },
];
const head: ListHead = { title: 'Stock', scope: 'Bordeaux', filters: ['Type : Tablette'] };

it('says what the list is, its filters, when it was taken and what its columns mean, then the list', () => {
  const file = listFile(exported, head, { at: '26/11/2026 14:00', silent: [] }, columns, [
    { tag: 'BXTA26-0001', price: 70.5 },
    { tag: 'BXTA26-0002', price: null },
    { tag: 'BXTA26-0003', price: undefined },
  ]);
  expect(file).toEqual([
    ['Passerelle, liste', 'Stock'],
    ['Périmètre', 'Bordeaux'],
    ['Filtres', 'Type : Tablette'],
    ['Relevé le', '26/11/2026 14:00'],
    ['Lignes', 3],
    [],
    ['Colonne', 'Définition'],
    ['Étiquette', exported.columns.tag],
    ['Prix', exported.columns.price],
    [],
    ['Étiquette', 'Prix'],
    ['BXTA26-0001', 70.5],
    ['BXTA26-0002', '–'],
    ['BXTA26-0003', 'n.\u00a0d.'],
  ]);
});

it('says that no filter narrows it, what its states mean, that it was cut, and who did not answer', () => {
  const states = [['Prêt', 'READY']] as const;
  const taken = { at: 'maintenant', cutAt: '20 000', silent: ['Le réseau'] };
  const file = listFile(exported, { ...head, filters: [], states }, taken, columns, []);
  expect(file).toContainEqual(['Filtres', 'aucun']);
  expect(file).toContainEqual(['Prêt', exported.states.READY]);
  const warnings = file.filter(([first]) => first === 'Attention').map(([, sentence]) => sentence);
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain('20 000 lignes');
  expect(warnings[1]).toContain('Le réseau');
});
