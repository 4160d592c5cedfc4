import {
  BeneficiariesMerged,
  BeneficiariesUnmerged,
  BeneficiaryCorrected,
  BeneficiaryEnrolled,
  BeneficiaryVoided,
  SituationChanged,
} from '#events';
import { classesOf, type Delta, Kind, moved } from '../projection/delta.js';
import { Project } from '../projection/project.js';

type Enrolment = BeneficiaryEnrolled['data']['after'];

/** People enrolled, by the classes they had on that day. */
export class PeopleProjection {
  @Project(BeneficiaryEnrolled)
  enrolled(event: BeneficiaryEnrolled): Delta[] {
    return [enrolment(event.data.beneficiaryId, event.data.after)];
  }

  /** From now on: the enrolment stays what it was on its day. */
  @Project(SituationChanged)
  changed(_event: SituationChanged): Delta[] {
    return [];
  }

  @Project(BeneficiaryCorrected)
  corrected(event: BeneficiaryCorrected): Delta[] {
    const { beneficiaryId, before, after } = event.data;
    return moved([enrolment(beneficiaryId, before)], [enrolment(beneficiaryId, after)]);
  }

  @Project(BeneficiaryVoided)
  voided(event: BeneficiaryVoided): Delta[] {
    return moved([enrolment(event.data.beneficiaryId, event.data.before)], []);
  }

  @Project(BeneficiariesMerged)
  merged(event: BeneficiariesMerged): Delta[] {
    return [samePerson(event.data)];
  }

  @Project(BeneficiariesUnmerged)
  unmerged(event: BeneficiariesUnmerged): Delta[] {
    return moved([samePerson(event.data)], []);
  }
}

function samePerson({ occurredOn, keptId, mergedId }: BeneficiariesMerged['data']): Delta {
  return { kind: Kind.SAME_PERSON, occurredOn, units: 1, personId: keptId, samePersonId: mergedId };
}

function enrolment(personId: string, facts: Enrolment): Delta {
  return { kind: Kind.PERSON_ENROLLED, occurredOn: facts.enrolledOn, units: 1, personId, ...classesOf(facts.classes) };
}
