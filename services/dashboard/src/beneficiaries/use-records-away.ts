import { useEffect } from 'react';
import { graphql } from '../app/query.js';
import { useRead } from '../app/use-read.js';

/** The smallest question the keeper of people's records can answer. */
const ANSWERS = graphql(`
  query RecordsAnswer {
    communesByCode(codes: []) {
      code
    }
  }
`);
const ASK_AGAIN_MS = 5_000;

/** True while the people's records do not answer; asked again until they do. */
export function useRecordsAway(): boolean {
  const read = useRead(ANSWERS, {});
  const away = read.failed || read.errors.length > 0;
  const { again } = read;
  useEffect(() => {
    if (!away) return;
    const asking = setInterval(again, ASK_AGAIN_MS);
    return () => clearInterval(asking);
  });
  return away;
}
