import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** The link of the latest invitation to an address, once its mail has come to the demo inbox. */
export async function invitationTo(mail: string): Promise<string> {
  const { port } = new URL(String(process.env['JOURNEY_IDENTITY']));
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const answer = await fetch(`http://localhost:${Number(port) + 2}/mails`);
    const mails = (await answer.json()) as { to: string; text: string }[];
    const link = /http\S+\/invitation#\S+/.exec(mails.find(({ to }) => to.includes(mail))?.text ?? '')?.[0];
    if (link) return link;
  }
  throw new Error(`no mail came for ${mail}`);
}
