/** What an invitation says, French first. */
export function invitationMail(of: {
  readonly name: string;
  readonly link: string;
  readonly endsAt: Date;
  readonly cities: readonly string[];
}): { subject: string; text: string } {
  const day = (locale: string) => of.endsAt.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' });
  const where = of.cities.length > 0 ? ` (${of.cities.join(', ')})` : '';
  return {
    subject: 'Votre invitation à Passerelle · Your invitation to Passerelle',
    text: `Bonjour ${of.name},

Vous êtes invité·e à rejoindre le réseau sur Passerelle${where}.

Pour accepter, ouvrez ce lien\u00a0:
${of.link}

Il sert une fois, jusqu’au ${day('fr-FR')}. Si vous n’attendiez pas cette invitation, ne faites rien\u00a0: aucun compte ne sera ouvert.

--
Hello ${of.name},

You are invited to join the network on Passerelle${where}.

To accept, open this link:
${of.link}

It serves once, until ${day('en-GB')}. If you did not expect this invitation, do nothing: no account will be opened.
`,
  };
}
