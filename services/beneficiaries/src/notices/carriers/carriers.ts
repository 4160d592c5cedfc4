import { Logger } from '@nestjs/common';
import { type Attachment, postVia, wasNotTaken } from '#mail';
import type { NoticeChannel } from '../notice.entity.js';
import type { NoticeSettings } from '../notice-settings.js';
import { consoleSms, httpSms, NotTaken, type Sms, type Taken } from './sms.js';

/** What goes to one person. */
export interface Message {
  readonly to: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The notice's id: the same however often it is tried. */
  readonly reference: string;
}

/** Hands messages to whoever carries them. */
export abstract class Carriers {
  /** Undefined for a channel nobody carries; throws `NotTaken` when it is sure that nothing went. */
  abstract for(channel: NoticeChannel): ((message: Message) => Promise<Taken>) | undefined;
}

/** Mail by SMTP, messages by the carrier of the settings. */
export class ConfiguredCarriers extends Carriers {
  private readonly byChannel: Partial<Record<NoticeChannel, (message: Message) => Promise<Taken>>> = {};

  constructor({ post: via, sms: carrier }: NoticeSettings) {
    super();
    if (via) {
      const post = postVia(via);
      this.byChannel.MAIL = async ({ to, name, subject, text, attachments, reference }) => {
        const messageId = `${reference}@passerelle`;
        try {
          await post({ to: { name, address: to }, subject, text, attachments, messageId });
        } catch (error) {
          throw wasNotTaken(error) ? new NotTaken(true) : isRefusal(error) ? new NotTaken(false) : error;
        }
        return 'SENT';
      };
    }
    const sms = smsOf(carrier);
    if (sms) this.byChannel.SMS = ({ to, text, reference }) => sms({ to, text, reference });
  }

  for(channel: NoticeChannel) {
    return this.byChannel[channel];
  }
}

function smsOf(carrier: NoticeSettings['sms']): Sms | undefined {
  if (carrier.kind === 'http') return httpSms(carrier);
  return carrier.kind === 'console' ? consoleSms(new Logger('messages')) : undefined;
}

/** The server answered, and its answer was no. */
function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number';
}
