import type { DemoAccount } from './accounts.ts';

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
ul { list-style: none; padding: 0; display: grid; gap: .75rem; }
button { width: 100%; text-align: left; font: inherit; padding: .875rem 1rem; border: 1px solid #767676;
  border-radius: .5rem; background: Canvas; color: CanvasText; cursor: pointer; }
button:hover { background: color-mix(in srgb, CanvasText 8%, Canvas); }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
strong { display: block; }
`;

/** The page on which one chooses who to be. Needs no script. */
export function signInPage(action: string, accounts: readonly DemoAccount[]): string {
  const choices = accounts.map(
    (persona) => `<li><button name="persona" value="${escaped(persona.id)}"><strong>${escaped(persona.name)}</strong>
      <span>${escaped(persona.does)}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Connexion · Passerelle</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Qui êtes-vous aujourd’hui ?</h1>
<p>Réseau de démonstration : choisissez une personne, aucun mot de passe n’est demandé.</p>
<form method="post" action="${action}"><ul>${choices.join('\n')}</ul></form>
</main>
</body>
</html>
`;
}

/** Names of members are typed by people. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
