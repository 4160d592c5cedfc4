import type { Mastery } from '../../../services/beneficiaries/src/assessments/judge.js';
import { questionnairesInUse } from '../../../services/beneficiaries/src/assessments/questionnaire.js';
import { RecordAssessment } from '../../../services/beneficiaries/src/assessments/record-assessment/record-assessment.js';
import type { DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import type { DemoPerson } from './people.js';
import { shift } from './plan.js';
import type { Dice } from './random.js';
import { itIsNow } from './story.js';

/** One person in so many is measured. */
const EVERY = 12;
/** Days after enrolment. */
const MEASURED = [
  { moment: 'ENTRY', after: 4, alone: 15, withHelp: 35 },
  { moment: 'EXIT', after: 60, alone: 50, withHelp: 40 },
  { moment: 'SIX_MONTHS', after: 245, alone: 45, withHelp: 40 },
] as const;

/** Some of the people of a branch are measured when they come, when they leave and half a year later; one in seven is not reached by then. */
export async function measureSkills(
  service: DemoService,
  { code }: DemoBranch,
  today: string,
  people: readonly DemoPerson[],
  dice: Dice,
): Promise<void> {
  const [short] = questionnairesInUse().filter((questionnaire) => questionnaire.code === 'SHORT');
  if (!short) throw new Error('The short questionnaire is always in use');
  for (const { id, since } of people.filter(({ twinOf }, n) => twinOf === undefined && n % EVERY === 0))
    for (const { moment, after, alone, withHelp } of MEASURED) {
      const day = shift(since, after);
      if (day >= today) break;
      itIsNow(`${day}T11:00:00Z`);
      const reached = moment !== 'SIX_MONTHS' || dice.chance(6 / 7);
      const answers = short.questions.map(({ code: question }) => ({
        question,
        mastery: dice.pick<Mastery>([
          ['ALONE', alone],
          ['WITH_HELP', withHelp],
          ['NOT_YET', 100 - alone - withHelp],
        ]),
      }));
      await service.use(RecordAssessment).execute(
        {
          ...{ beneficiaryId: id, moment, outcome: reached ? 'ANSWERED' : 'UNREACHABLE' },
          ...{ questionnaire: short.code, questionnaireVersion: short.version, answers: reached ? answers : [] },
        },
        managerOf(code),
      );
    }
}
