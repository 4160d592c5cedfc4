import { useCallback, useState } from 'react';
import type { RefusalShown } from '../ui/refusal.js';
import { readError, unreachable } from './graphql.js';
import { useSession } from './session.js';

const MEGABYTES = 10;
/** Said at once rather than after the whole file has travelled; the service has the last word. */
const TOO_LARGE: RefusalShown = {
  code: 'FILE_TOO_LARGE',
  kind: 'invalid',
  fr: `Le fichier dépasse ${MEGABYTES}\u00a0Mo.`,
  en: `The file is larger than ${MEGABYTES} MB.`,
};

/** Sending one file at a time. */
export interface Upload {
  /** Gives the id to name it by, or undefined when it was refused. */
  readonly send: (file: File) => Promise<string | undefined>;
  readonly sending: boolean;
  readonly refusals: readonly RefusalShown[];
}

/** Sends a file for import to `POST /files`, under the token of whoever is signed in; it is kept for a day. */
export function useUpload(): Upload {
  const { tokens } = useSession();
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const send = useCallback(
    async (file: File) => {
      if (file.size > MEGABYTES * 1024 * 1024) {
        setRefusals([TOO_LARGE]);
        return undefined;
      }
      setSending(true);
      try {
        const first = await post(file, await tokens.current());
        const answer = first.status === 401 ? await post(file, await tokens.renewed()) : first;
        setRefusals(answer.fileId ? [] : answer.refusals);
        return answer.fileId;
      } catch {
        setRefusals([unreachable()]);
        return undefined;
      } finally {
        setSending(false);
      }
    },
    [tokens],
  );
  return { send, sending, refusals };
}

async function post(file: File, token: string) {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch('/files', { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });
  const found = (await response.json()) as { fileId?: string; errors?: Parameters<typeof readError>[0][] };
  return { status: response.status, fileId: found.fileId, refusals: (found.errors ?? [{}]).map(readError) };
}
