import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';

const NAMES = graphql(`
  query CommuneNames($codes: [String!]!) {
    communesByCode(codes: $codes) {
      code
      name
    }
  }
`);

/** The name of each commune by its code; until it is known a code stands for it. */
export function useCommuneNames(codes: readonly string[]): (code: string) => string {
  const wanted = [...new Set(codes)].filter((code) => /^(\d{2}|2[AB])\d{3}$/.test(code)).sort();
  const { data } = useRead(NAMES, { codes: wanted }, { enabled: wanted.length > 0 });
  const names = new Map(data?.communesByCode?.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
