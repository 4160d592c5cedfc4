import { Controller, Get, Header } from '@nestjs/common';
import type { Persona } from '../config.js';

/** What a page must know before anybody has signed in. */
export abstract class DashboardSettings {
  abstract readonly authority: string;
  /** Demo personas; none outside development. */
  abstract readonly personas: readonly Persona[];
  /** Where the demo network's mails are shown. */
  abstract readonly inbox: string | undefined;
}

/** `GET /config.json`: where to sign in. */
@Controller('config.json')
export class ConfigRoute {
  constructor(private readonly settings: DashboardSettings) {}

  @Get()
  @Header('cache-control', 'no-store')
  read(): { authority: string; clientId: string; personas: readonly Persona[]; inbox?: string } {
    const { authority, personas, inbox } = this.settings;
    return { authority, clientId: 'dashboard', personas, ...(inbox === undefined ? {} : { inbox }) };
  }
}
