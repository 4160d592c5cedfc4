import { defineRefusal } from '#errors';

export const FEED_UNKNOWN = defineRefusal({
  code: 'FEED_UNKNOWN',
  kind: 'not-found',
  fr: () => 'Cette adresse de calendrier n’existe pas, ou elle a été révoquée.',
  en: () => 'This calendar address does not exist, or was revoked.',
});
