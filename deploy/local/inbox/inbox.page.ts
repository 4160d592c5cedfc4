/** A mail as it is shown. */
export interface ShownMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  /** Its `Message-ID`. */
  readonly id?: string;
  /** What was attached, as text. */
  readonly files?: readonly { readonly name: string; readonly text: string }[];
}

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
article { border: 1px solid #767676; border-radius: .5rem; padding: .875rem 1rem; margin: 1rem 0; }
h2 { font-size: 1.125rem; margin: 0; }
p.head { margin: 0 0 .75rem; opacity: .8; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
`;

/** Every mail of the demo network, latest first. Needs no script. */
export function inboxPage(mails: readonly ShownMail[]): string {
  const shown = mails.map(
    ({ to, subject, text, at, files = [] }) => `<article><h2>${escaped(subject)}</h2>
<p class="head">À ${escaped(to)}, <time datetime="${at}">${new Date(at).toLocaleString('fr-FR')}</time></p>
<pre>${linked(text)}</pre>${files.map(attached).join('')}</article>`,
  );
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Courrier de démonstration · Passerelle</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Courrier de démonstration</h1>
<p>Ce que Passerelle envoie s’arrête ici et n’atteint personne. Rechargez la page pour voir les derniers courriels.</p>
${shown.length > 0 ? shown.join('\n') : '<p>Aucun courriel pour l’instant.</p>'}
</main>
</body>
</html>
`;
}

/** What came with a mail, folded away. */
function attached({ name, text }: { readonly name: string; readonly text: string }): string {
  return `<details><summary>${escaped(name)}</summary><pre>${escaped(text)}</pre></details>`;
}

/** Addresses can be followed: an invitation is nothing but its link. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
