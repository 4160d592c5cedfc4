import { describe, expect, it } from '@jest/globals';
import { makeFormat } from './format.js';

const fr = makeFormat('fr', 'Europe/Paris');
const en = makeFormat('en', 'Europe/Paris');

describe('how numbers and dates are written', () => {
  it('groups French thousands with a narrow no-break space', () => {
    expect(fr.number(12806)).toBe('12\u202f806');
  });
  it('writes a price in cents as euros in both languages', () => {
    expect(fr.money(7000)).toBe('70,00\u00a0€');
    expect(en.money(7000)).toBe('€70.00');
  });
  it('leaves the cents out of a large total', () => {
    expect(fr.amount(2_134_000, 'money')).toBe('21\u202f340\u00a0€');
  });
  it('keeps the four nothings apart', () => {
    expect(fr.amount(0)).toBe('0');
    expect(fr.amount('DOES_NOT_APPLY')).toBe('–');
    expect(fr.amount('NOT_AVAILABLE')).toBe('n. d.');
    expect(fr.amount('MASKED')).toBe('masqué');
  });
  it('writes a fall with a true minus sign', () => {
    expect(fr.change(-0.03, 'percent')).toMatch(/^\u22123\s%$/u);
    expect(fr.change(2, 'points')).toBe('+2\u00a0pts');
  });
  it('writes the hour of the branch, in tables and in sentences', () => {
    expect(fr.time('2026-11-26T13:00:00Z')).toBe('14:00');
    expect(fr.hour('2026-11-26T13:00:00Z')).toBe('14\u00a0h');
    expect(en.hour('2026-11-26T13:30:00Z')).toBe('2.30\u00a0p.m.');
  });
  it('says premier for the first of a month in French', () => {
    expect(fr.day('2026-12-01T12:00:00Z', 'weekday')).toBe('mardi 1er décembre');
    expect(fr.day('2026-12-11T12:00:00Z', 'weekday')).toBe('vendredi 11 décembre');
  });
  it('names the calendar day of the branch, not of the reader', () => {
    expect(fr.localDate('2026-11-26T23:30:00Z')).toBe('2026-11-27');
  });
});
