import './ui/styles.css';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ClientProvider } from './app/client.js';
import { loadConfig } from './app/config.js';
import { LiveProvider } from './app/live/live.js';
import { NoStart } from './app/no-start.js';
import { router } from './app/router.js';
import { SessionProvider } from './app/session.js';
import { SIGNED_IN, Tokens } from './app/tokens.js';
import { VeilProvider } from './app/veil.js';
import { LanguageProvider } from './i18n/language.js';
import { cssVariablesResolver, theme } from './ui/theme.js';

/** What anybody may open without signing in. */
const PUBLISHED = '/published';
/** Where the mail of an invitation leads. */
const INVITATION = '/invitation';
/** What a mail about a free seat leads to; its token stays after the hash mark. */
const OFFER = '/offers';
/** Where prescribers without an account come in; the token of their link stays after the hash mark. */
const ORIENT = '/orient';

/** Finishes a sign-in if this page is its return, then draws. In the sign-in window it only reports back and closes. */
async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) return;
  const root = createRoot(container);
  const dressed = (page: React.ReactNode) => (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <LanguageProvider>{page}</LanguageProvider>
      </MantineProvider>
    </StrictMode>
  );
  try {
    const config = await loadConfig();
    const tokens = new Tokens(config);
    if (location.pathname === INVITATION) {
      const { AcceptInvitation } = await import('./network/accept-invitation/accept-invitation.js');
      root.render(dressed(<AcceptInvitation tokens={tokens} secret={location.hash.slice(1)} />));
      return;
    }
    if (location.pathname === OFFER) {
      const { AnswerOffer } = await import('./workshops/answer-offer/answer-offer.js');
      root.render(dressed(<AnswerOffer token={location.hash.slice(1)} />));
      return;
    }
    if (location.pathname === ORIENT) {
      const { PrescribeByMail } = await import('./beneficiaries/prescribe-by-mail/prescribe-by-mail.js');
      root.render(dressed(<PrescribeByMail token={location.hash.slice(1)} />));
      return;
    }
    if (location.pathname === PUBLISHED) {
      const { ShowOpenData } = await import('./reporting/show-open-data/show-open-data.js');
      root.render(dressed(<ShowOpenData />));
      return;
    }
    if (location.pathname === SIGNED_IN) {
      const goal = await tokens.finishSignIn();
      if (goal === undefined) return;
      history.replaceState(null, '', goal);
    }
    root.render(
      dressed(
        <SessionProvider config={config} tokens={tokens}>
          <ClientProvider>
            <LiveProvider>
              <VeilProvider>
                <RouterProvider router={router} />
              </VeilProvider>
            </LiveProvider>
          </ClientProvider>
        </SessionProvider>,
      ),
    );
  } catch {
    root.render(dressed(<NoStart />));
  }
}

void start();
