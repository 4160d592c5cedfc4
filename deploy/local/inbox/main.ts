import { portBase, portsFrom } from '../ports.ts';
import { createInbox } from './inbox.ts';

if (process.env.NODE_ENV === 'production') {
  console.error(
    'This inbox shows everybody’s mail to anybody and is for demonstrations only: it does not run in production.',
  );
  process.exit(1);
}

const ports = portsFrom(portBase(process.env));
const { mail, pages } = createInbox();
mail.listen(ports.mail, '127.0.0.1');
pages.listen(ports.inbox, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    mail.close(() => undefined);
    pages.close(() => process.exit(0));
    pages.closeAllConnections();
  });
}
