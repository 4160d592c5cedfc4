import type { Environment } from '../../ui/environment.js';
import { readStream, type ServerEvent } from './sse.js';

/** Figures of a branch moved (`--` = the network's sum); `*` = look again at everything. */
export interface Tick {
  readonly branch: string;
  readonly asOf: string;
}

/** `live`: one stream. `polling`: the stream does not hold, every 15 s instead. `late`: the figures themselves are late. */
export type LiveState = 'connecting' | 'live' | 'late' | 'polling' | 'paused';

/** What the tabs of one person tell each other. */
type Said =
  | { readonly kind: 'tick'; readonly tick: Tick }
  | { readonly kind: 'state'; readonly state: LiveState }
  | { readonly kind: 'hello' };

interface Needs {
  readonly subject: string;
  readonly token: () => Promise<string | undefined>;
  readonly environment: Environment;
}

const POLL_MS = 15_000;
const LONGEST_WAIT_MS = 30_000;
/** The gateway says it is there every 15 s; silence for three times that is a cut line. */
const SILENCE_MS = 45_000;

/**
 * One live stream per person and browser: whichever visible tab holds the lock reads it and tells the others. A hidden
 * tab lets go, so that nothing runs for nobody.
 */
export class LiveChannel {
  private readonly channel: BroadcastChannel;
  private readonly ticks = new Set<(tick: Tick) => void>();
  private readonly watchers = new Set<() => void>();
  private state: LiveState = 'connecting';
  private leading: AbortController | undefined;
  private leads = false;
  private lastId: string | undefined;

  constructor(private readonly needs: Needs) {
    this.channel = new BroadcastChannel(`passerelle.live.${needs.subject}`);
    this.channel.onmessage = ({ data }: MessageEvent<Said>) => this.hear(data);
    document.addEventListener('visibilitychange', this.follow);
    this.follow();
  }

  current = (): LiveState => this.state;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  onTick(listener: (tick: Tick) => void): () => void {
    this.ticks.add(listener);
    return () => this.ticks.delete(listener);
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.follow);
    this.leading?.abort();
    this.channel.close();
  }

  private readonly follow = (): void => {
    if (document.visibilityState === 'hidden') {
      this.leading?.abort();
      this.leading = undefined;
      this.become('paused');
      return;
    }
    if (this.leading) return;
    const resumed = this.state === 'paused';
    this.become('connecting');
    if (resumed) this.tell({ branch: '*', asOf: this.now() });
    this.channel.postMessage({ kind: 'hello' } satisfies Said);
    const leading = new AbortController();
    this.leading = leading;
    navigator.locks
      .request(`passerelle.live.${this.needs.subject}`, { signal: leading.signal }, () => this.lead(leading.signal))
      .catch((error: unknown) => {
        if (!leading.signal.aborted) throw error;
      });
  };

  private hear(said: Said): void {
    if (said.kind === 'tick') this.tell(said.tick);
    else if (said.kind === 'state' && document.visibilityState !== 'hidden') this.become(said.state);
    else if (said.kind === 'hello' && this.leads)
      this.channel.postMessage({ kind: 'state', state: this.state } satisfies Said);
  }

  /** Holds the stream until the tab is hidden or closed: read, and when it breaks wait a little longer each time. */
  private async lead(signal: AbortSignal): Promise<void> {
    this.leads = true;
    let failures = 0;
    while (!signal.aborted) {
      const held = await this.readOnce(signal);
      if (signal.aborted) break;
      failures = held ? 1 : failures + 1;
      if (failures >= 3) {
        this.announce('polling');
        this.spread({ branch: '*', asOf: this.now() });
      }
      const wait = failures >= 3 ? POLL_MS : Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures);
      await pause(wait * (0.5 + this.needs.environment.chance()), signal);
    }
    this.leads = false;
  }

  /** True when the stream opened, however it ended. */
  private async readOnce(signal: AbortSignal): Promise<boolean> {
    const cut = new AbortController();
    const silence = { timer: setTimeout(() => cut.abort(), SILENCE_MS) };
    let opened = false;
    try {
      const token = await this.needs.token();
      if (!token) return false;
      const response = await fetch('/live', {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
          ...(this.lastId ? { 'last-event-id': this.lastId } : {}),
        },
        signal: AbortSignal.any([signal, cut.signal]),
      });
      if (!response.ok) return false;
      opened = true;
      this.announce('live');
      await readStream(response, {
        event: (event) => this.receive(event),
        alive: () => {
          clearTimeout(silence.timer);
          silence.timer = setTimeout(() => cut.abort(), SILENCE_MS);
        },
      });
      return true;
    } catch {
      // A cut line is ordinary: the loop waits and tries again, and the pill says so after the third time.
      return opened;
    } finally {
      clearTimeout(silence.timer);
    }
  }

  private receive(event: ServerEvent): void {
    if (event.id) this.lastId = event.id;
    if (event.event === 'late') this.announce('late');
    if (event.event !== 'tick') return;
    const tick = readTick(event.data);
    if (!tick) return;
    this.announce('live');
    this.spread(tick);
  }

  private announce(state: LiveState): void {
    if (this.state === state) return;
    this.become(state);
    this.channel.postMessage({ kind: 'state', state } satisfies Said);
  }

  private spread(tick: Tick): void {
    this.tell(tick);
    this.channel.postMessage({ kind: 'tick', tick } satisfies Said);
  }

  private become(state: LiveState): void {
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }

  private tell(tick: Tick): void {
    for (const listener of this.ticks) listener(tick);
  }

  private now(): string {
    return this.needs.environment.now().toISOString();
  }
}

function readTick(data: string): Tick | undefined {
  try {
    const found = JSON.parse(data) as Partial<Tick>;
    return typeof found.branch === 'string' && typeof found.asOf === 'string'
      ? { branch: found.branch, asOf: found.asOf }
      : undefined;
  } catch {
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
