import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Actor, may, Permission } from '#access';
import { DeviceReference, SaleReference, SessionReference, SupportActReference } from '../references.js';

/** What an event speaks of. */
export const SubjectKind = {
  SUPPORT_ACT: 'SUPPORT_ACT',
  SESSION: 'SESSION',
  SERIES: 'SERIES',
  REFUSED_DROP_IN: 'REFUSED_DROP_IN',
  SALE: 'SALE',
  DEVICE: 'DEVICE',
  PERSON: 'PERSON',
} as const;
export type SubjectKind = keyof typeof SubjectKind;
registerEnumType(SubjectKind, { name: 'FigureSubjectKind', description: 'What an event behind a figure speaks of.' });

/** Topics and what their aggregates are. */
const KIND_OF_TYPE: readonly (readonly [RegExp, SubjectKind])[] = [
  [/^workshops\.support-act-/, 'SUPPORT_ACT'],
  [/^workshops\.(session|enrolment)-/, 'SESSION'],
  [/^workshops\.course-/, 'SERIES'],
  [/drop-in-/, 'REFUSED_DROP_IN'],
  [/^equipment\.sale-/, 'SALE'],
  [/^equipment\.device-/, 'DEVICE'],
  [/^beneficiaries\.(beneficiary|situation)-/, 'PERSON'],
];

/**
 * What an event speaks of. Its owner tells more of it, under its own rules: who may not read there finds null there. Outside the
 * reader's branches nothing is named.
 */
@ObjectType({ description: 'What an event speaks of; its own service tells more of it to whoever may read there.' })
export class FigureSubject {
  @Field(() => SubjectKind, { description: 'Which sort of thing.' })
  kind: SubjectKind;

  @Field(() => ID, { nullable: true, description: 'Its identifier; null outside your reach.' })
  id: string | null;

  @Field(() => SupportActReference, { nullable: true, description: 'The act, when it is one.' })
  supportAct: SupportActReference | null;

  @Field(() => SessionReference, { nullable: true, description: 'The session, when it is one.' })
  session: SessionReference | null;

  @Field(() => SaleReference, { nullable: true, description: 'The sale, when it is one.' })
  sale: SaleReference | null;

  @Field(() => DeviceReference, { nullable: true, description: 'The device, when it is one.' })
  device: DeviceReference | null;
}

/** The subject of an event as this reader may know it; null when the event says none. */
export function subjectOf(
  { type, subject, branch }: { type: string | null; subject: string | null; branch: string },
  actor: Actor,
): FigureSubject | null {
  const kind = KIND_OF_TYPE.find(([pattern]) => pattern.test(type ?? ''))?.[1];
  if (!kind) return null;
  const near = actor.branches.includes('*') || actor.branches.includes(branch);
  const named = near && (kind !== 'PERSON' || may(actor.role, Permission.ReadBeneficiaries)) ? subject : null;
  const reference = (of: SubjectKind) => (named !== null && kind === of ? { id: named } : null);
  return {
    kind,
    id: named,
    supportAct: reference('SUPPORT_ACT'),
    session: reference('SESSION'),
    sale: reference('SALE'),
    device: reference('DEVICE'),
  };
}
