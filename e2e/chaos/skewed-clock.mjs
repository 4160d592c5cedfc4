/*
 * Loaded before a service by the harness alone: the date that the process is told is the machine's, moved by as many
 * milliseconds as a file says. What only ever grows (`performance.now`, timers) stays as it is, as when an administrator or a
 * time server sets a machine's clock.
 */
import { readFileSync } from 'node:fs';

const file = process.env.CHAOS_CLOCK;
const RealDate = Date;
let ahead = 0;
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (_, args, target) =>
    Reflect.construct(RealDate, args.length === 0 ? [now()] : args, target === globalThis.Date ? RealDate : target),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

if (file) setInterval(look, 100).unref();

function look() {
  try {
    ahead = Number(readFileSync(file, 'utf8'));
  } catch {
    ahead = 0; // Nobody has set it.
  }
}
