import { expect, it } from '@jest/globals';
import { judge, type Mastery } from './judge.js';
import { questionnaireOf } from './questionnaire.js';

const short = questionnaireOf('SHORT', 1);
const judged = (of: (code: string) => Mastery) => {
  if (!short) throw new Error('no questionnaire');
  return judge(
    short,
    short.questions.map(({ code }) => ({ question: code, mastery: of(code) })),
  );
};

it('gives two points for what is done alone, one for what is done with help, and explains what they give', () => {
  const { profile, level, lines } = judged(() => 'WITH_HELP');
  expect({ profile, level }).toEqual({ profile: 'BEGINNER_INTERMEDIATE', level: 'BEGINNER' });
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatchObject({ theme: 'DEVICE_BASICS', points: 2, outOf: 4, autonomy: 'PARTLY_AUTONOMOUS' });
  expect(lines.at(-1)).toMatchObject({ rule: 'TOTAL', points: 10, outOf: 20, profile: 'BEGINNER_INTERMEDIATE' });
});

it('is excluded below a quarter of the points, autonomous with all of them', () => {
  expect(judged(() => 'NOT_YET').profile).toBe('EXCLUDED');
  expect(judged((code) => (code === 'START' || code === 'TYPE' ? 'ALONE' : 'NOT_YET')).profile).toBe('EXCLUDED');
  expect(judged(() => 'ALONE')).toMatchObject({ profile: 'AUTONOMOUS', level: 'ADVANCED' });
});

it('holds back whoever lacks the basics or safety, and says so', () => {
  const basics = judged((code) => (code === 'START' || code === 'TYPE' ? 'NOT_YET' : 'ALONE'));
  expect(basics.profile).toBe('BEGINNER_INTERMEDIATE');
  expect(basics.lines.slice(-2).map(({ rule, profile }) => [rule, profile])).toEqual([
    ['TOTAL', 'ADVANCED'],
    ['HELD_BY_BASICS', 'BEGINNER_INTERMEDIATE'],
  ]);
  const safety = judged((code) => (code === 'FRAUD' ? 'NOT_YET' : 'ALONE'));
  expect(safety.lines.at(-1)).toMatchObject({ rule: 'HELD_BY_SAFETY', points: 2, outOf: 4, profile: 'ADVANCED' });
});
