import type { assessments as french, assessmentTerms as frenchTerms } from './assessments.fr.js';

/** English of digital skills. */
export const assessments: Readonly<Record<keyof typeof french, string>> = {
  'assessment.title': 'Digital assessments',
  'assessment.doing': 'Reading the assessments',
  'assessment.none': 'No assessment. Ask the questions when the person arrives: what has changed will be known.',
  'assessment.record': 'Assess',
  'assessment.recordWhat':
    'Go through the questions together; it is no exam: what the person does alone, with help, or not yet.',
  'assessment.moment': 'Moment',
  'assessment.outcome': 'Answer',
  'assessment.questionnaire': 'Questionnaire',
  'assessment.day': 'Day of the assessment',
  'assessment.source': 'Source: {source} Version {version}.',
  'assessment.why': 'How this profile is reckoned',
  'assessment.line.THEME': '{theme}: {points} points out of {outOf}, {autonomy}.',
  'assessment.line.TOTAL': 'In all: {points} points out of {outOf}, which is the profile “{profile}”.',
  'assessment.line.HELD_BY_BASICS': 'Without device basics the profile is “{profile}” at most.',
  'assessment.line.HELD_BY_SAFETY': 'Without autonomy in digital safety the profile is “{profile}” at most.',
  'assessment.level': 'Workshops that suit: {level}',
  'assessment.void': 'Take this assessment back',
  'assessment.voidWhat': 'Figures follow. The assessment stays in the history, struck through.',
  'assessment.followUp': 'To be asked again from {day} on',
  'followUp.context':
    'Six months after their exit, ask people how they are doing. A refusal, or nobody reached, is an answer too.',
  'followUp.none': 'Nobody to ask within thirty days.',
  'followUp.doing': 'Reading the follow-ups',
  'followUp.person': 'Person',
  'followUp.due': 'From',
  'followUp.exit': 'Exit on',
  'followUp.contact': 'How to reach them',
  'followUp.act': 'Note the answer',
  'progress.title': 'People’s progress',
  'progress.doing': 'Reckoning progress',
  'progress.none': 'Nobody was assessed twice in this period yet.',
  'progress.when': 'Moment',
  'progress.base': 'People compared',
  'progress.profile': 'Profile raised',
  'progress.autonomy': 'More autonomous',
  'progress.exit': 'From entry to exit',
  'progress.sixMonths': 'From entry to six months after the exit',
  'progress.of': '{n} ({share})',
  'progress.asked': '{asked} asked at six months, refusals and those not reached included.',
  'progress.themes': 'Autonomy by theme, at exit',
  'progress.theme': 'Theme',
  'progress.raised': 'Raised',
  'progress.changes': 'Profile at entry and at exit',
  'progress.from': 'At entry',
  'progress.to': 'At exit',
  'progress.people': 'People',
  'progress.month': 'Month of the exit',
  'progress.months': 'By month of exit',
};

/** English labels of values about digital skills. */
export const assessmentTerms: {
  readonly [List in keyof typeof frenchTerms]: Readonly<Record<keyof (typeof frenchTerms)[List], string>>;
} = {
  DigitalProfile: {
    EXCLUDED: 'Digitally excluded',
    BEGINNER_INTERMEDIATE: 'Beginner or intermediate',
    ADVANCED: 'Advanced',
    AUTONOMOUS: 'Autonomous',
  },
  AssessmentMoment: { ENTRY: 'Entry', EXIT: 'Exit', SIX_MONTHS: 'Six months after' },
  AssessmentOutcome: { ANSWERED: 'Answered', REFUSED: 'Does not wish to answer', UNREACHABLE: 'Not reached' },
  Mastery: { ALONE: 'Alone', WITH_HELP: 'With help', NOT_YET: 'Not yet' },
  QuestionnaireName: { SHORT: 'Short (10 questions)', FULL: 'Full (22 questions)' },
};
