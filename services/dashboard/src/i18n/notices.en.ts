import type { notices as french, noticeTerms as frenchTerms } from './notices.fr.js';

/** What people are told of their seats. */
export const notices: typeof french = {
  'notices.title': 'Messages sent',
  'notices.doing': 'Reading the messages sent',
  'notices.none': 'No message was sent.',
  'notices.line': '{kind}: {state}',
  'notices.because': '{kind}: {state}, {why}',
  'notices.count': '{count} × {kind}: {state}',
  'notices.countBecause': '{count} × {kind}: {state}, {why}',
};

/** Values of notices. */
export const noticeTerms: typeof frenchTerms = {
  NoticeKind: {
    CONFIRMATION: 'Seat confirmed',
    CHANGE: 'Change',
    CANCELLATION: 'Cancellation',
    OFFER: 'Seat offered',
    REMINDER: 'Reminder',
  },
  NoticeChannel: { MAIL: 'by mail', SMS: 'by text message' },
  NoticeState: {
    WAITING: 'to be sent',
    PROCESSED: 'being sent',
    SENT: 'sent',
    DELIVERED: 'delivered',
    FAILED: 'failed',
    HELD_BACK: 'not sent',
  },
  NoticeWhy: {
    NOT_WANTED: 'the person wants no message',
    CALL_WANTED: 'to be called',
    OBJECTED: 'the person objects to reminders',
    SET_ASIDE: 'record set aside',
    OVER: 'nothing left to say',
    NO_CARRIER: 'no carrier configured',
    TURNED_DOWN: 'address refused',
    UNCERTAIN: 'may have gone',
    TRIED_ENOUGH: 'carrier out of reach',
    CONSENT_ENDED: 'the person’s consent had ended',
  },
};
