import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { Grade } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Device } from '../device.entity.js';
import { DeviceSpecsInput } from '../device-specs.js';
import { GradeDevice, type Grading } from './grade-device.js';

@InputType({ description: 'What the test of a device found.' })
export class GradeDeviceInput implements Grading {
  @Field(() => Uuid, { description: 'The device.' })
  id: string;

  @Field(() => DeviceSpecsInput, { nullable: true, description: 'What was measured.' })
  specs?: DeviceSpecsInput | null;

  @Field(() => Int, { nullable: true, description: 'Note of the technical test, −2 to 2.' })
  technicalNote?: number | null;

  @Field(() => Int, { nullable: true, description: 'Note of the look, −2 to 2.' })
  lookNote?: number | null;

  @Field(() => GraphQLVocabulary.Grade, {
    nullable: true,
    description: 'Left out, the rule computes it; given, it is set by hand and needs a reason.',
  })
  grade?: Grade | null;

  @Field(() => String, { nullable: true, description: 'Why it is set by hand, 3–500 characters.' })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class GradeDeviceResolver {
  constructor(private readonly gradeDevice: GradeDevice) {}

  @Mutation(() => Device, {
    name: 'gradeDevice',
    description:
      'Grades a device by the rule, or by hand with a reason. Refuses GRADE_NEEDS_SPECS, GRADE_BY_HAND_ONLY, GRADE_NOT_ALLOWED, REASON_REQUIRED, SPEC_OUT_OF_RANGE, CHANGED_MEANWHILE.',
  })
  @Allow(Permission.HandleDevices)
  grade(@Args('input') input: GradeDeviceInput, @CurrentActor() actor: Actor): Promise<Device> {
    return this.gradeDevice.execute(input, actor);
  }
}
