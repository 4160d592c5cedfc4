import type { MediationTheme } from '#events';
import type { NoticeKind } from '../notice.entity.js';

/** A session as a notice tells of it. */
export interface ToldSession {
  readonly enrolmentId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly themes: readonly MediationTheme[];
  readonly planVersion: number;
}

/** All that a notice's words are made of. */
export interface ToSay {
  readonly kind: NoticeKind;
  readonly sessions: readonly ToldSession[];
  readonly city: string | null;
  readonly zone: string;
  readonly offer: { readonly link: string; readonly until: Date } | null;
}

const ABOUT: Readonly<Record<MediationTheme, string>> = {
  DIGITAL_ASSESSMENT: 'faire le point',
  DEVICE_BASICS: 'prendre son matériel en main',
  DEVICE_CARE: 'entretenir son matériel',
  MANAGING_CONTENT: 'ranger ses fichiers',
  BROWSING: 'aller sur internet',
  EMAIL: 'la messagerie',
  OFFICE_TOOLS: 'la bureautique',
  SOCIAL_NETWORKS: 'les réseaux sociaux',
  HEALTH: 'la santé en ligne',
  BANKING_AND_SHOPPING: 'banque et achats en ligne',
  ENTREPRENEURSHIP: 'créer son activité',
  JOB_SEEKING: 'chercher un emploi',
  DIGITAL_SAFETY: 'la sécurité numérique',
  PARENTING: 'la parentalité',
  SCHOOLING: 'l’école et le numérique',
  CREATING: 'créer avec le numérique',
  DIGITAL_CULTURE: 'la culture numérique',
  ARTIFICIAL_INTELLIGENCE: 'l’intelligence artificielle',
  ADMINISTRATIVE_HELP: 'les démarches en ligne',
};

const SUBJECT: Readonly<Record<NoticeKind, string>> = {
  CONFIRMATION: 'Votre place est réservée',
  CHANGE: 'Votre séance change',
  CANCELLATION: 'Votre séance est annulée',
  OFFER: 'Une place se libère pour vous',
  REMINDER: 'Rappel de votre séance',
};

/** What a session is called where its title is not known: by what it is about. */
export function nameOf(themes: readonly MediationTheme[]): string {
  const [first] = themes;
  return first ? `Atelier numérique\u00a0: ${ABOUT[first]}` : 'Atelier numérique';
}

/** What something is about, in the words of all its themes. */
export function aboutThemes(themes: readonly MediationTheme[]): string {
  return themes.map((theme) => ABOUT[theme]).join(', ');
}

/** The words of a mail: short, and the same for everybody but for days and hours. */
export function mailOf(say: ToSay): { subject: string; text: string } {
  const subject = `${SUBJECT[say.kind]} – ${dayOf(say)}`;
  const lines = say.sessions.map((session) => `- ${whenIs(session, say.zone)}`);
  const [first] = say.sessions;
  const name = first ? nameOf(first.themes) : 'Atelier numérique';
  const where = say.city ? `\nLieu\u00a0: antenne de ${say.city}\n` : '';
  return {
    subject,
    text: `Bonjour,\n\n${SUBJECT[say.kind]}\u00a0:\n${name}\n${lines.join('\n')}\n${where}${offerOf(say)}\n${closing(say.kind)}\n`,
  };
}

/** The words of a message: one sentence and, for an offer, its link. */
export function smsOf(say: ToSay): string {
  const [first] = say.sessions;
  const when = first ? shortly(first, say.zone) : '';
  const more = say.sessions.length > 1 ? ` et ${say.sessions.length - 1} autres dates` : '';
  const where = say.city ? `, ${say.city}` : '';
  const link = say.offer ? ` Répondez avant ${at(say.offer.until, say.zone)}\u00a0: ${say.offer.link}` : '';
  return `${SUBJECT[say.kind]}\u00a0: ${when}${more}${where}.${link}`;
}

function offerOf({ offer, zone }: ToSay): string {
  return offer
    ? `\nElle est gardée pour vous jusqu’au ${at(offer.until, zone)}. Pour la prendre ou la laisser\u00a0:\n${offer.link}\n`
    : '';
}

function closing(kind: NoticeKind): string {
  if (kind === 'CANCELLATION') return 'Pour une autre date, passez nous voir ou appelez-nous.';
  if (kind === 'OFFER') return 'Sans réponse, elle sera proposée à la personne suivante.';
  return 'Si vous ne pouvez pas venir, prévenez-nous\u00a0: quelqu’un attend peut-être cette place.';
}

function dayOf({ sessions, zone }: ToSay): string {
  const [first] = sessions;
  if (!first) return '';
  const day = first.startsAt.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', timeZone: zone });
  return sessions.length > 1 ? `${sessions.length} dates à partir du ${day}` : day;
}

function whenIs({ startsAt, endsAt }: ToldSession, zone: string): string {
  const day = startsAt.toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  return `${day}, de ${hour(startsAt, zone)} à ${hour(endsAt, zone)}`;
}

function shortly({ startsAt }: ToldSession, zone: string): string {
  return at(startsAt, zone);
}

function at(moment: Date, zone: string): string {
  const day = moment.toLocaleDateString('fr-FR', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
  return `${day} à ${hour(moment, zone)}`;
}

function hour(moment: Date, zone: string): string {
  const style = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
  return moment.toLocaleTimeString('fr-FR', style).replace(':', '\u00a0h\u00a0').replace('\u00a0h\u00a000', '\u00a0h');
}
