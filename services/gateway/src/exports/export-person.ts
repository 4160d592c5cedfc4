import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may, Permission, TokenVerifier } from '#access';
import { FORBIDDEN } from '#errors';
import { Clock, Ids } from '#persistence';
import { MALFORMED_EXPORT, serviceUnavailable } from '../gateway.refusals.js';
import { Operators } from '../operations/forward-operation.js';
import { readJsonBody } from '../read-body.js';
import { type Call, callOf } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import type { UpstreamAnswer } from '../upstream/post-to.js';
import { Upstream } from '../upstream/upstream.js';
import { csvFile, type HeldTable, jsonFile } from './export-file.js';

const BODY_LIMIT_KB = 1;
const TIMEOUT_MS = 55_000;
/** Asked first: it knows whose branch the person is of, and writes down that they were exported. */
const OWNER = 'beneficiaries';

const Asked = z.object({ beneficiaryId: z.uuid(), format: z.enum(['json', 'csv']) });
const Part = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.object({ name: z.string() }).catchall(z.string())),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  next: z.string().nullable(),
});

/**
 * `POST /exports/person` with `{ "beneficiaryId", "format": "json" | "csv" }`: everything all services hold of a person, in one file.
 * A service that does not answer ends the export: half of it would look like all of it.
 */
@Controller('exports')
export class ExportPerson {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly upstream: Upstream,
    private readonly operators: Operators,
  ) {}

  @Post('person')
  @HttpCode(200)
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { role } = await this.tokens.verifyHeader(request.headers.authorization);
    if (!may(role, Permission.ExportBeneficiaries)) throw FORBIDDEN({});
    const body = await readJsonBody(request, BODY_LIMIT_KB);
    const { beneficiaryId, format } = askedIn(body.toString('utf8'));
    const call = callOf(request.headers, this.ids, TIMEOUT_MS);
    void reply.header('x-correlation-id', call.correlationId).header('cache-control', 'no-store');
    const owner = await this.heldBy(OWNER, beneficiaryId, call);
    if (!Array.isArray(owner)) {
      await handOn(reply, owner, call);
      return;
    }
    const others = Object.keys(this.operators.services).filter((service) => service !== OWNER);
    const found = await Promise.all(others.map((service) => this.heldBy(service, beneficiaryId, call)));
    const services = [{ service: OWNER, tables: owner }];
    for (const [index, tables] of found.entries()) {
      const service = others[index] ?? '';
      // The owner let the caller have it: whoever then refuses has not heard of the person's branch yet.
      if (!Array.isArray(tables)) throw serviceUnavailable(service);
      services.push({ service, tables });
    }
    const all = { beneficiaryId, madeAt: this.clock.now().toISOString(), services };
    await reply
      .code(200)
      .header('content-type', format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${beneficiaryId}.${format}"`)
      .send(format === 'json' ? jsonFile(all) : csvFile(all));
  }

  /** All that a service holds of the person, page by page, or its refusal. */
  private async heldBy(service: string, beneficiaryId: string, call: Call): Promise<HeldTable[] | UpstreamAnswer> {
    const url = new URL('/personal-data', this.operators.services[service]).href;
    const tables: HeldTable[] = [];
    for (let after: string | null = null; ; ) {
      const body = JSON.stringify({ beneficiaryId, after });
      const answer = await askJson(this.upstream, { service, url, body }, call);
      if (answer.status >= 500) throw serviceUnavailable(service);
      if (answer.status !== 200) return answer;
      const part = Part.parse(JSON.parse(answer.text));
      tables.push(...part.tables);
      if (part.next === null) return joined(tables);
      after = part.next;
    }
  }
}

/** One entry for each table, whatever pages it came on. */
function joined(parts: readonly HeldTable[]): HeldTable[] {
  return [...Map.groupBy(parts, ({ table }) => table).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, rows: [first, ...rest].flatMap(({ rows }) => rows) }] : [],
  );
}

function askedIn(text: string): z.output<typeof Asked> {
  try {
    return Asked.parse(JSON.parse(text));
  } catch {
    throw MALFORMED_EXPORT({});
  }
}
