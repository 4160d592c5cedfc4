import { Controller, Inject, Optional, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Permission } from '#access';
import { Database } from '#persistence';
import { answerWith, readAs } from '../signed-route.js';
import { ExportWitness, HeldData } from './held-data.js';
import type { Register } from './register.js';

/** Where a service's register is found. */
export const REGISTER = Symbol('register');

const Asked = z.object({ beneficiaryId: z.uuid(), after: z.string().max(1_000).nullish() });

/** `POST /personal-data`, signed by the gateway: a part of everything this service holds of a person, for whoever may export it. */
@Controller('personal-data')
export class PersonalDataController {
  private readonly held: HeldData;

  constructor(
    @Inject(Database) db: Database,
    @Inject(REGISTER) register: Register,
    @Optional() @Inject(ExportWitness) witness?: ExportWitness,
  ) {
    this.held = new HeldData(db, register, witness);
  }

  @Post()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return answerWith(Permission.ExportBeneficiaries, request, reply, (actor) => {
      const { beneficiaryId, after } = readAs(Asked, request.body);
      return this.held.page(beneficiaryId, after ?? null, actor);
    });
  }
}
