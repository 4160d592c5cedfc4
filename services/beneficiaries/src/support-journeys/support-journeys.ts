import { ChangeReferentResolver } from './change-referent/change-referent.resolver.js';
import { ChangeSupportJourney } from './change-support-journey.js';
import { EndSupportJourneyResolver } from './end-support-journey/end-support-journey.resolver.js';
import { FinishStepResolver } from './finish-step/finish-step.resolver.js';
import { ListSupportJourneysResolver } from './list-support-journeys/list-support-journeys.resolver.js';
import { OpenSupportJourney } from './open-support-journey/open-support-journey.js';
import { OpenSupportJourneyResolver } from './open-support-journey/open-support-journey.resolver.js';
import { PauseSupportJourneyResolver } from './pause-support-journey/pause-support-journey.resolver.js';
import { PlanSupportJourneyResolver } from './plan-support-journey/plan-support-journey.resolver.js';
import { ReopenSupportJourneyResolver } from './reopen-support-journey/reopen-support-journey.resolver.js';
import { ResumeSupportJourneyResolver } from './resume-support-journey/resume-support-journey.resolver.js';
import { ShowSupportJourneyResolver } from './show-support-journey/show-support-journey.resolver.js';
import { VoidSupportJourneyResolver } from './void-support-journey/void-support-journey.resolver.js';

/** What is done with support journeys. */
export const SUPPORT_JOURNEYS = [
  ChangeReferentResolver,
  ChangeSupportJourney,
  EndSupportJourneyResolver,
  FinishStepResolver,
  ListSupportJourneysResolver,
  OpenSupportJourney,
  OpenSupportJourneyResolver,
  PauseSupportJourneyResolver,
  PlanSupportJourneyResolver,
  ReopenSupportJourneyResolver,
  ResumeSupportJourneyResolver,
  ShowSupportJourneyResolver,
  VoidSupportJourneyResolver,
] as const;
