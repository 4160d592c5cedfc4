/** One event of a `text/event-stream`. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** Cuts a stream's text into events; what is not finished yet is returned to be completed by the next piece. */
export function cutEvents(text: string): { readonly events: readonly ServerEvent[]; readonly rest: string } {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  return { events: parts.map(readEvent).filter((event) => event !== undefined), rest };
}

function readEvent(block: string): ServerEvent | undefined {
  let event = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
  }
  return data.length === 0 && event === 'message' ? undefined : { event, data: data.join('\n'), id };
}

/**
 * Reads a stream with the caller's token (an `EventSource` cannot carry one) until it ends or is cut. Every piece of
 * text, comments included, calls `alive`.
 */
export async function readStream(
  response: Response,
  on: { readonly event: (event: ServerEvent) => void; readonly alive: () => void },
): Promise<void> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    on.alive();
    const cut = cutEvents(rest + value);
    rest = cut.rest;
    for (const event of cut.events) on.event(event);
  }
}
