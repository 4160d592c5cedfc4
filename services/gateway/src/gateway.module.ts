import { readFile } from 'node:fs/promises';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { EndedSessions, TokenVerifier } from '#access';
import { Clock, Ids } from '#persistence';
import { MetricsController, MetricsToken } from '#runtime';
import { CalendarKeeper, ShowCalendar } from './calendars/show-calendar.js';
import type { GatewayConfig } from './config.js';
import { ExportPerson } from './exports/export-person.js';
import { FileKeeper, ForwardFile } from './files/forward-file.js';
import { AnswerQuery, type QueryRules } from './graphql/answer-query.js';
import { GraphqlRoute } from './graphql/graphql-route.js';
import { KnownDocuments } from './graphql/known-documents.js';
import { QueryReader } from './graphql/read-query.js';
import { ServiceFetch } from './graphql/service-fetch.js';
import { Supergraph } from './graphql/supergraph.js';
import { CompletenessCheck } from './health/completeness-check.js';
import { HealthRoute } from './health/health-route.js';
import { ServiceStates } from './health/service-states.js';
import { LiveRoute } from './live/live-route.js';
import { Watermarks } from './live/watermarks.js';
import { AcceptInvitation, InvitationKeeper } from './members/accept-invitation.js';
import { EndedSessionsPoll } from './members/ended-sessions-poll.js';
import { GatewayMetrics } from './metrics/gateway-metrics.js';
import { AnswerOffer, OfferKeeper } from './offers/answer-offer.js';
import { OpenDataRoute } from './open-data/open-data-route.js';
import { Published } from './open-data/published.js';
import { ForwardOperation, Operators } from './operations/forward-operation.js';
import { PrescribeByMail, PrescriptionKeeper } from './prescriptions/prescribe-by-mail.js';
import { RefusalFilter } from './refusal-filter.js';
import { ConfigRoute, DashboardSettings } from './site/config-route.js';
import { pageIn } from './site/serve-dashboard.js';
import { Upstream } from './upstream/upstream.js';

/** What the gateway is built from. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tokens: TokenVerifier;
  /** The verifier's own: told of sessions that end while the gateway runs. */
  readonly ended: EndedSessions;
  readonly log: Logger;
}

@Module({})
export class GatewayModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Supergraph) private readonly supergraph: Supergraph,
    @Inject(Watermarks) private readonly watermarks: Watermarks,
    @Inject(EndedSessionsPoll) private readonly endedSessions: EndedSessionsPoll,
  ) {}

  static async with({ config, clock, ids, tokens, ended, log }: GatewayParts): Promise<DynamicModule> {
    const upstream = new Upstream(config.subgraphSecret, clock, ids);
    const sdl = await readFile(config.supergraphFile, 'utf8');
    const { network = '', reporting = '' } = config.services;
    const watermarks = new Watermarks(upstream, reporting, clock, ids, log);
    const registry = new Registry();
    const metrics = new GatewayMetrics(registry, () => watermarks.watchers);
    const supergraph = await Supergraph.load(sdl, config.services, new ServiceFetch(upstream, log, metrics));
    const settings: DashboardSettings = { authority: config.issuer, personas: config.personas, inbox: config.inbox };
    const endedSessions = new EndedSessionsPoll({
      upstream,
      url: new URL('/members/ended-sessions', network).href,
      ended,
      ids,
      log,
    });
    const invitations: InvitationKeeper = { url: new URL('/members/invitations', network).href };
    const { workshops, beneficiaries } = config.services;
    const offers: OfferKeeper = { url: workshops && new URL('/offers', workshops).href };
    const prescriptions: PrescriptionKeeper = { url: beneficiaries && new URL('/orient', beneficiaries).href };
    const calendars: CalendarKeeper = { url: workshops && new URL('/calendars', workshops).href };
    const keeper: FileKeeper = {
      imports: new URL('/files', network).href,
      people: beneficiaries && new URL('/files', beneficiaries).href,
      resources: workshops && new URL('/files/resources', workshops).href,
    };
    return {
      module: GatewayModule,
      controllers: [
        GraphqlRoute,
        LiveRoute,
        OpenDataRoute,
        ForwardFile,
        ExportPerson,
        AcceptInvitation,
        AnswerOffer,
        PrescribeByMail,
        ShowCalendar,
        HealthRoute,
        ConfigRoute,
        ForwardOperation,
        MetricsController,
      ],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Ids, useValue: ids },
        { provide: TokenVerifier, useValue: tokens },
        { provide: Upstream, useValue: upstream },
        { provide: Supergraph, useValue: supergraph },
        {
          provide: AnswerQuery,
          useValue: new AnswerQuery(supergraph, new QueryReader(supergraph.schema), await rulesOf(config), log),
        },
        { provide: Watermarks, useValue: watermarks },
        {
          provide: Published,
          useValue: new Published(upstream, reporting, ids, () => clock.now().getTime()),
        },
        { provide: GatewayMetrics, useValue: metrics },
        { provide: Registry, useValue: registry },
        { provide: MetricsToken, useValue: { token: config.metricsToken } satisfies MetricsToken },
        { provide: CompletenessCheck, useValue: new CompletenessCheck(config.services, config.demoYearMark) },
        { provide: ServiceStates, useValue: new ServiceStates(config.services, clock) },
        { provide: DashboardSettings, useValue: settings },
        { provide: EndedSessions, useValue: ended },
        { provide: EndedSessionsPoll, useValue: endedSessions },
        { provide: InvitationKeeper, useValue: invitations },
        { provide: CalendarKeeper, useValue: calendars },
        { provide: OfferKeeper, useValue: offers },
        { provide: PrescriptionKeeper, useValue: prescriptions },
        { provide: FileKeeper, useValue: keeper },
        { provide: Operators, useValue: { services: config.services } satisfies Operators },
        { provide: APP_FILTER, useValue: new RefusalFilter(ids, log, pageIn(config.dashboardFolder)) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.endedSessions.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.watermarks.stop();
    this.endedSessions.stop();
    await this.supergraph.close();
  }
}

async function rulesOf({ budget, documentsFile }: GatewayConfig): Promise<QueryRules> {
  return { budget, known: documentsFile === undefined ? undefined : await KnownDocuments.load(documentsFile) };
}
