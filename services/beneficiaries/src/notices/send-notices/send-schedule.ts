import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { SendNotices } from './send-notices.js';

/** Nobody waits for a notice by the second. */
const EVERY_MS = 10_000;

/** Looks every few seconds what people are to be told; the rule itself reads the clock. */
@Injectable()
export class SendSchedule extends Schedule {
  constructor(sendNotices: SendNotices) {
    super({
      name: 'notices',
      everyMs: EVERY_MS,
      turn: async () => {
        const sent = await sendNotices.execute();
        return sent === 0 ? undefined : `${sent} notices sent`;
      },
    });
  }
}
