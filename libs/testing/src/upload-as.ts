import type { TestService } from './start-for-test.js';
import type { Persona } from './test-tokens.js';

/** What `POST /files` answered. */
export interface Uploaded {
  readonly fileId?: string;
  readonly errors?: readonly { message: string }[];
}

/** Sends a form with this file, or with a mere word when there is none. */
export async function uploadAs(
  service: TestService,
  who: Persona,
  file: string | Buffer | undefined,
): Promise<Uploaded> {
  const form = new FormData();
  if (file === undefined) form.append('word', 'no file');
  else form.append('file', new Blob([new Uint8Array(Buffer.from(file as string))]), 'list.csv');
  const request = new Response(form);
  const contentType = request.headers.get('content-type') ?? '';
  return service.as(who).post<Uploaded>('/files', Buffer.from(await request.arrayBuffer()), contentType);
}
