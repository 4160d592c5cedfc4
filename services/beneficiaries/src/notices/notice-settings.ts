import { z } from 'zod';
import { linkKey } from '#access';
import { instantAt, loadConfig, localDay, shiftDay, wallTime } from '#runtime';

const HOUR = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const schema = z.object({
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  SMS_KIND: z.enum(['none', 'console', 'http']).default('none'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().min(8).optional(),
  NOTICES_QUIET_FROM: HOUR.default('20:00'),
  NOTICES_QUIET_UNTIL: HOUR.default('08:00'),
  REMINDER_HOURS: z.coerce.number().positive().max(336).default(48),
});

/** How people are told of their seats: by whom mail and messages are carried, and at what hours nobody is woken. */
export class NoticeSettings {
  private constructor(
    private readonly read: z.output<typeof schema>,
    readonly offerKey: Buffer,
  ) {}

  /** Throws `ConfigError`; in production mail must be carried by somebody. */
  static from(environment: NodeJS.ProcessEnv): NoticeSettings {
    const strict = schema.required({ PUBLIC_URL: true, SMTP_URL: true, MAIL_FROM: true });
    const sms = environment['SMS_KIND'] === 'http' ? strictSms : z.object({});
    const production = environment['NODE_ENV'] === 'production';
    const read = loadConfig((production ? strict : schema).extend(sms.shape), environment);
    return new NoticeSettings(read, linkKey(environment['SUBGRAPH_SECRET'], 'links of offers'));
  }

  /** Where mail goes; undefined where none is sent. */
  get post(): { SMTP_URL: string; MAIL_FROM: string } | undefined {
    const { SMTP_URL, MAIL_FROM } = this.read;
    return SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : { SMTP_URL, MAIL_FROM };
  }

  /** Where messages go. */
  get sms(): { kind: 'none' | 'console' } | { kind: 'http'; url: string; token: string } {
    const { SMS_KIND: kind, SMS_URL: url, SMS_TOKEN: token } = this.read;
    return kind === 'http' ? { kind, url: url ?? '', token: token ?? '' } : { kind };
  }

  get publicUrl(): string {
    return this.read.PUBLIC_URL ?? 'http://localhost';
  }

  /** How long before a session people are reminded. */
  get reminderMs(): number {
    return this.read.REMINDER_HOURS * 3_600_000;
  }

  /** When somebody in this zone may be disturbed: now, or when the quiet hours end. */
  allowedFrom(now: Date, zone: string): Date {
    const { NOTICES_QUIET_FROM: from, NOTICES_QUIET_UNTIL: until } = this.read;
    const time = wallTime(now, zone).slice(11);
    const overNight = from > until;
    const quiet = overNight ? time >= from || time < until : time >= from && time < until;
    if (!quiet) return now;
    const today = localDay(now, zone);
    return instantAt(overNight && time >= from ? shiftDay(today, 1) : today, until, zone);
  }
}

const strictSms = z.object({ SMS_URL: z.url({ protocol: /^https?$/ }), SMS_TOKEN: z.string().min(8) });
