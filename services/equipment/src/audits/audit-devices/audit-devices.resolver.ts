import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { AuditRun } from '../audit-run.entity.js';
import { AuditDevices, type AuditFile } from './audit-devices.js';

@InputType({ description: 'A file of a refurbishing bench, or a piece of one with the header repeated.' })
export class AuditDevicesInput implements AuditFile {
  @Field(() => String, { nullable: true, description: 'Branch of the bench; yours when you have one only.' })
  branch?: string | null;

  @Field(() => String, {
    description:
      'A CSV table with its header or a JSON list, at most 500 rows; columns tag, type, serial, imei, ram_gb, storage_gb, storage_kind, cpu_mark, os, battery_percent, notes, technical_note, look_note, erasure_method, erasure_proof.',
  })
  content: string;

  @Field(() => Boolean, { description: 'True to learn what would happen, with nothing written.' })
  dryRun: boolean;

  @Field(() => Int, { nullable: true, description: 'Number of its first row in the whole file; 1 when left out.' })
  firstRow?: number | null;
}

@Resolver()
export class AuditDevicesResolver {
  constructor(private readonly auditDevices: AuditDevices) {}

  @Mutation(() => AuditRun, {
    name: 'auditDevices',
    description:
      'Takes what a bench found: rows find their device by tag or serial number, or bring it in; computers are graded by the rule. A wrong row is refused alone; the same file again changes nothing. Refuses AUDIT_UNREADABLE, AUDIT_COLUMNS, AUDIT_TOO_LONG.',
  })
  @Allow(Permission.HandleDevices)
  audit(@Args('input') input: AuditDevicesInput, @CurrentActor() actor: Actor): Promise<AuditRun> {
    return this.auditDevices.execute(input, actor);
  }
}
