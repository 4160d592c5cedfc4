import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** The link of the latest invitation to an address, once its mail has come to the demo inbox. */
export const invitationTo = (mail: string): Promise<string> => linkTo(mail, '/invitation#', 1);

/** The link to `path` in the latest mail to an address, once so many mails have come to it. */
export async function linkTo(mail: string, path: string, mails: number): Promise<string> {
  const { port } = new URL(String(process.env['JOURNEY_IDENTITY']));
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const answer = await fetch(`http://localhost:${Number(port) + 2}/mails`);
    const all = (await answer.json()) as { to: string; text: string }[];
    const come = all.filter(({ to }) => to.includes(mail));
    const link = come[0]?.text.split(/\s/).find((word) => word.startsWith('http') && word.includes(path));
    if (link && come.length >= mails) return link;
  }
  throw new Error(`no mail came for ${mail}`);
}
