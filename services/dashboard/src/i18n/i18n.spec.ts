import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { fr } from './fr.js';
import { vocabulary as english } from './vocabulary.en.js';
import { vocabulary as french } from './vocabulary.fr.js';

/** The values that a sentence is filled with, `{count}` and `{count, plural, …}` alike. */
function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? '').sort();
}

describe('the two languages', () => {
  it('have the same sentences', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });
  it('fill each sentence with the same values', () => {
    const differing = Object.entries(fr).filter(
      ([id, sentence]) => placeholders(sentence).join() !== placeholders(en[id as keyof typeof fr]).join(),
    );
    expect(differing).toEqual([]);
  });
  it('name the same values of the trade', () => {
    const keys = (words: object) => Object.entries(words).map(([list, values]) => [list, Object.keys(values)]);
    expect(keys(english)).toEqual(keys(french));
  });
  it('keep an ordinary space from standing before French double punctuation', () => {
    const wrong = Object.values(fr).filter((sentence) =>
      /[^\s] [:;?!%»]|« /.test(sentence.replaceAll(/\{[^}]*\{/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});
