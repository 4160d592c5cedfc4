import { useCallback, useState } from 'react';
import type { RefusalShown } from '../ui/refusal.js';
import { readError, unreachable } from './graphql.js';
import { useSession } from './session.js';

/** Where files go, and how large one may be. */
export interface UploadTarget {
  readonly to: string;
  readonly megabytes: number;
}

const IMPORTS: UploadTarget = { to: '/files', megabytes: 10 };
/** Said at once rather than after the whole file has travelled; the service has the last word. */
const tooLarge = ({ megabytes }: UploadTarget): RefusalShown => ({
  code: 'FILE_TOO_LARGE',
  kind: 'invalid',
  fr: `Le fichier dépasse ${megabytes}\u00a0Mo.`,
  en: `The file is larger than ${megabytes} MB.`,
});

/** Sending one file at a time. */
export interface Upload {
  /** Gives the id to name it by, or undefined when it was refused. */
  readonly send: (file: File) => Promise<string | undefined>;
  readonly sending: boolean;
  readonly refusals: readonly RefusalShown[];
}

/** Sends a file, one for import unless told, under the token of whoever is signed in; it is kept for a day. */
export function useUpload(target: UploadTarget = IMPORTS): Upload {
  const { tokens } = useSession();
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const send = useCallback(
    async (file: File) => {
      if (file.size > target.megabytes * 1024 * 1024) {
        setRefusals([tooLarge(target)]);
        return undefined;
      }
      setSending(true);
      try {
        const first = await post(target.to, file, await tokens.current());
        const answer = first.status === 401 ? await post(target.to, file, await tokens.renewed()) : first;
        setRefusals(answer.fileId ? [] : answer.refusals);
        return answer.fileId;
      } catch {
        setRefusals([unreachable()]);
        return undefined;
      } finally {
        setSending(false);
      }
    },
    [tokens, target],
  );
  return { send, sending, refusals };
}

async function post(to: string, file: File, token: string) {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(to, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });
  const found = (await response.json()) as { fileId?: string; errors?: Parameters<typeof readError>[0][] };
  return { status: response.status, fileId: found.fileId, refusals: (found.errors ?? [{}]).map(readError) };
}
