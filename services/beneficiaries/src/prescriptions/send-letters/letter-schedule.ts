import { Injectable } from '@nestjs/common';
import { Schedule } from '#runtime';
import { SendLetters } from './send-letters.js';

/** Somebody waits for the link before their mailbox. */
const EVERY_MS = 3_000;

/** Looks every few seconds what prescribers without an account are to be told. */
@Injectable()
export class LetterSchedule extends Schedule {
  constructor(sendLetters: SendLetters) {
    super({
      name: 'letters',
      everyMs: EVERY_MS,
      turn: async () => {
        const sent = await sendLetters.execute();
        return sent === 0 ? undefined : `${sent} letters sent`;
      },
    });
  }
}
