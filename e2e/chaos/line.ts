import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a network does to the bytes that cross it. */
export type Weather =
  | { readonly kind: 'open' }
  /** Each piece comes late. */
  | { readonly kind: 'slow'; readonly ms: number; readonly spread: number }
  /** Lines are cut, and new ones soon after they are made. */
  | { readonly kind: 'reset'; readonly everyMs: number }
  /** So many bytes a second. */
  | { readonly kind: 'narrow'; readonly bytesPerSecond: number }
  /** In pieces too small for any message. */
  | { readonly kind: 'sliced'; readonly bytes: number }
  /** Nothing gets through, and nobody is told. */
  | { readonly kind: 'silent' }
  /** Questions arrive, answers do not: what was done is not known to whoever asked for it. */
  | { readonly kind: 'deaf' };

interface Wire {
  readonly client: Socket;
  readonly server: Socket;
  /** It lost bytes: of no use to anybody once the weather clears. */
  torn: boolean;
}

/** A line between programs whose weather we make. With several targets each new line goes to the next that answers. */
export class Line {
  private weather: Weather = { kind: 'open' };
  private cleared: (() => void)[] = [];
  private readonly wires = new Set<Wire>();
  private readonly server: Server;
  private readonly targets: readonly number[];
  private readonly chance: () => number;
  private readonly avoided = new Set<number>();
  private turn = 0;
  private cutting: NodeJS.Timeout | undefined;

  constructor(targets: readonly number[], chance: () => number) {
    this.targets = targets;
    this.chance = chance;
    this.server = createServer({ noDelay: true }, (client) => void this.join(client));
  }

  /** Listens there, on the loopback. */
  listen(port: number): Promise<void> {
    return new Promise((done, fail) => {
      this.server.once('error', fail);
      this.server.listen(port, '127.0.0.1', done);
    });
  }

  /** Makes this weather, from now on and for lines already open. */
  become(weather: Weather): void {
    this.weather = weather;
    clearInterval(this.cutting);
    if (weather.kind === 'reset') {
      const cut = () => {
        for (const wire of this.wires) if (this.chance() < 0.5) tear(wire);
      };
      cut();
      this.cutting = setInterval(cut, weather.everyMs);
    }
    for (const wire of this.wires) if (wire.torn) tear(wire);
    const waiting = this.cleared;
    this.cleared = [];
    for (const go of waiting) go();
  }

  /** Sends nobody to this target from now on, or does again: what a load balancer does when a health check fails. */
  avoid(target: number, avoided: boolean): void {
    if (avoided) this.avoided.add(target);
    else this.avoided.delete(target);
  }

  /** Stops listening and cuts every line. */
  close(): void {
    this.become({ kind: 'open' });
    this.server.close();
    for (const wire of this.wires) tear(wire);
  }

  private async join(client: Socket): Promise<void> {
    client.on('error', () => client.destroy());
    const server = await this.reach();
    if (!server || client.destroyed) {
      client.destroy();
      server?.destroy();
      return;
    }
    const wire: Wire = { client, server, torn: false };
    this.wires.add(wire);
    const end = () => {
      this.wires.delete(wire);
      tear(wire);
    };
    for (const socket of [client, server]) {
      socket.on('error', end);
      socket.on('close', end);
    }
    void this.carry(wire, client, server, false).catch(end);
    void this.carry(wire, server, client, true).catch(end);
  }

  private async reach(): Promise<Socket | undefined> {
    const first = this.turn++;
    const well = this.targets.filter((target) => !this.avoided.has(target));
    const targets = well.length > 0 ? well : this.targets;
    for (let tried = 0; tried < targets.length; tried += 1) {
      const port = targets[(first + tried) % targets.length];
      const socket = port === undefined ? undefined : await dial(port);
      if (socket) return socket;
    }
    return undefined;
  }

  private async carry(wire: Wire, from: Socket, to: Socket, answers: boolean): Promise<void> {
    for await (const piece of from as AsyncIterable<Buffer>) {
      while (this.weather.kind === 'silent') await new Promise<void>((go) => this.cleared.push(go));
      const { weather } = this;
      if (weather.kind === 'deaf' && answers) {
        wire.torn = true;
        continue;
      }
      if (weather.kind === 'slow') await pause(Math.max(0, weather.ms + weather.spread * (2 * this.chance() - 1)));
      for (const part of this.cut(piece)) {
        if (weather.kind === 'narrow') await pause((part.length * 1_000) / weather.bytesPerSecond);
        if (!to.write(part)) await drained(to);
      }
    }
    to.end();
  }

  private cut(piece: Buffer): Buffer[] {
    const { weather } = this;
    const size = weather.kind === 'sliced' ? weather.bytes : weather.kind === 'narrow' ? 512 : piece.length;
    const parts: Buffer[] = [];
    for (let at = 0; at < piece.length; at += size) parts.push(piece.subarray(at, at + size));
    return parts;
  }
}

function tear({ client, server }: Wire): void {
  client.destroy();
  server.destroy();
}

function drained(socket: Socket): Promise<void> {
  return new Promise((done) => {
    if (socket.destroyed) return done();
    socket.once('drain', done);
    socket.once('close', done);
  });
}

function dial(port: number): Promise<Socket | undefined> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => done(socket));
    socket.once('error', () => done(undefined));
  });
}
