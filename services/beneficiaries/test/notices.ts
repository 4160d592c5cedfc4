import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Server as MailServer } from 'node:net';
import { personas, startForTest, type TestService } from '#testing';
import { BeneficiariesModule } from '../src/beneficiaries.module.js';
import { SendNotices } from '../src/notices/send-notices/send-notices.js';
import { given } from './given.js';
import { seatsIn } from './seats.js';

/** A place where mail and messages end, to be looked at. */
interface Inbox {
  readonly mail: { listen(port: number, host: string): MailServer; close(done: () => void): void };
  readonly pages: Server;
  readonly mails: readonly {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly id?: string;
    readonly files?: readonly { readonly text: string }[];
  }[];
}

/** The service under test with the demo inbox behind it: what it sends is read there. */
export async function startWithInbox(inbox: Inbox, now: string) {
  const server = inbox.mail.listen(0, '127.0.0.1');
  await once(inbox.pages.listen(0, '127.0.0.1'), 'listening');
  const port = (address: string | AddressInfo | null) => (address as AddressInfo).port;
  Object.assign(process.env, {
    PUBLIC_URL: 'https://passerelle.example',
    SMTP_URL: `smtp://127.0.0.1:${port(server.address())}`,
    MAIL_FROM: 'ateliers@passerelle.example',
    SMS_KIND: 'http',
    SMS_URL: `http://127.0.0.1:${port(inbox.pages.address())}/sms`,
    SMS_TOKEN: 'of this test alone',
  });
  const service: TestService = await startForTest(BeneficiariesModule, { now });
  await given.branches(service);
  let people = 0;
  const sendAt = (at: string): Promise<number> => {
    service.clock.set(at);
    return service.app.get(SendNotices).execute();
  };
  return {
    service,
    seats: seatsIn(service),
    async someone(more: Record<string, unknown> = {}): Promise<{ id: string; email: string }> {
      people += 1;
      const email = `personne${people}@example.org`;
      const familyName = `Essai ${String.fromCharCode(96 + people)}`;
      const id = await given.beneficiary(service, { familyName, email, contactPreference: 'EMAIL', ...more });
      return { id, email };
    },
    sendAt,
    /** A moment later, when the facts of one command are gathered. */
    sendSoon: () => sendAt(new Date(service.clock.now().getTime() + 30_000).toISOString()),
    mailsTo: (to: string) => inbox.mails.filter((mail) => mail.to.includes(to)).toReversed(),
    async ledgerOf(id: string): Promise<{ kind: string; state: string; why: string | null }[]> {
      const document = 'query ($id: UUID!) { beneficiary(id: $id) { notices { kind state why channel } } }';
      const { data } = await service.as(personas.managerOfBordeaux).query(document, { id });
      type Told = { notices: { kind: string; state: string; why: string | null }[] } | undefined;
      return (data?.['beneficiary'] as Told)?.notices ?? [];
    },
    async stop(): Promise<void> {
      await service.stop();
      inbox.mail.close(() => undefined);
      inbox.pages.close();
    },
  };
}
