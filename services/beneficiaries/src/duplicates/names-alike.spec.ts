import { expect, it } from '@jest/globals';
import { likeness, WORTH_PROPOSING } from './likeness.js';
import { namesAlike } from './names-alike.js';

const name = (given: string, family: string) => ({
  given: given.split(' ').filter(Boolean),
  family: family.split(' ').filter(Boolean),
  sounds: `${given} ${family}`.trim().split(' '),
});
const born = (given: string, family: string, birthYear: number | null, phone: string | null = null) => ({
  ...name(given, family),
  ...{ birthYear, phone, email: phone && `${phone}@maison.example` },
});

it('knows a name whatever the order of its words, with a slip, or with a word more', () => {
  expect(namesAlike(name('amelie', 'courtois'), name('courtois', 'amelie'))).toBe('SAME');
  expect(namesAlike(name('amelie', 'courtois'), name('amelie', 'courtios'))).toBe('CLOSE');
  expect(namesAlike(name('amelie', 'courtois'), name('amelie rose', 'courtois'))).toBe('CLOSE');
  expect(namesAlike(name('amelie', 'courtois'), name('bertille', 'xhaard'))).toBe('OTHER');
});

it('takes neither twins nor a short name that is another one for the same', () => {
  expect(namesAlike(name('lina', 'benali'), name('samir', 'benali'))).toBe('SIBLING');
  expect(namesAlike(name('li', 'wu'), name('lu', 'wu'))).toBe('SIBLING');
});

it('does not propose twins who share year, phone and address, and does propose who married', () => {
  const twin = likeness(born('lina', 'benali', 2001, '+33611'), born('samir', 'benali', 2001, '+33611'));
  expect(twin).toEqual({ score: 45, because: ['OTHER_GIVEN_NAME', 'SAME_BIRTH_YEAR', 'SAME_PHONE', 'SAME_EMAIL'] });
  const married = likeness(born('lina', 'benali', 2001, '+33611'), born('lina', 'petit', 2001, '+33611'));
  expect(married).toEqual({ score: 100, because: ['SHARED_NAME', 'SAME_BIRTH_YEAR', 'SAME_PHONE', 'SAME_EMAIL'] });
});

it('still proposes one name and year with another phone, and no longer a close name', () => {
  const changed = likeness(born('lina', 'benali', 2001, '+33611'), born('lina', 'benali', 2001, '+33699'));
  expect(changed).toEqual({ score: 75, because: ['SAME_NAME', 'SAME_BIRTH_YEAR', 'OTHER_PHONE'] });
  const close = likeness(born('lina', 'benali', 2001, '+33611'), born('lina', 'benalli', 2001, '+33699'));
  expect(close.score).toBeLessThan(WORTH_PROPOSING);
});
