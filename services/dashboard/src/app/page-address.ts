import type { Permission } from '../../../../libs/access/src/permissions.js';
import type { MessageId } from '../i18n/fr.js';

/** `workshops/schedule-session`: the folder of a page, the same words as the service's slice. */
export type Slice = `${string}/${string}`;

/** One address of the dashboard: nouns of the vocabulary, the same in every language. */
export interface Address {
  readonly path: string;
  readonly slice: Slice;
  /** The page's name, for the « go to » list and for the tab. Never a person's. */
  readonly title: MessageId;
  /** Without it the page says that it is not theirs to see; absent = anybody signed in. */
  readonly needs?: Permission;
  /** It speaks of one branch: whoever sees several chooses one first. */
  readonly ofOneBranch?: true;
}
