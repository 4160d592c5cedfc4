import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireVersion } from '#errors';
import type { HelperKind, MediationTheme } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Member } from '../../members/member.entity.js';
import { MEMBER_WITHDRAWN } from '../../members/member.refusals.js';
import { memberFor } from '../../members/member-for.js';
import { LANGUAGES, MISSION_BEFORE_CHARTER } from '../helper.refusals.js';
import { helperDescribed } from '../helper-described.js';
import type { HelperTraining } from '../helper-profile.js';

/** What a member brings from now on. */
export interface DescribedHelper {
  id: string;
  kind: HelperKind;
  skills: MediationTheme[];
  languages: string[];
  trainings: HelperTraining[];
  charterSignedOn?: string | null | undefined;
  missionEndsOn?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

/** Says what a member brings as a helper; whoever plans shifts is told all of it that finding somebody takes. */
@Injectable()
export class DescribeHelper {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: DescribedHelper, actor: Actor): Promise<Member> {
    const { id, kind, charterSignedOn = null, missionEndsOn = null } = input;
    const skills = [...new Set(input.skills)];
    const languages = [...new Set(input.languages.map((code) => code.trim().toLowerCase()))];
    if (languages.some((code) => !/^[a-z]{2,3}$/.test(code))) throw LANGUAGES({}, 'input.languages');
    if (charterSignedOn !== null && missionEndsOn !== null && missionEndsOn < charterSignedOn)
      throw MISSION_BEFORE_CHARTER({}, 'input.missionEndsOn');
    return this.db.command(actor, Member, async (tx) => {
      const member = await memberFor(tx, actor, id);
      if (member.state === 'WITHDRAWN') throw MEMBER_WITHDRAWN({});
      requireVersion(member.version, input.expectedVersion);
      const trainings = [...new Set(input.trainings)];
      Object.assign(member, { helperKind: kind, skills, languages, trainings, charterSignedOn, missionEndsOn });
      member.version += 1;
      await tx.save(member);
      await this.outbox.add(tx, helperDescribed(member, this.clock.now()), actor);
      return member;
    });
  }
}
