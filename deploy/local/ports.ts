import { connect, createServer } from 'node:net';

/** The services of the system, in the order of their ports. */
export const services = ['network', 'beneficiaries', 'workshops', 'equipment', 'reporting'] as const;
export type Service = (typeof services)[number];

/** Everything a clone listens on lies in a block of fifty, so that two clones run side by side. */
export interface Ports {
  gateway: number;
  services: Record<Service, number>;
  identity: number;
  /** Where the demo inbox takes mail, and where it shows it. */
  mail: number;
  inbox: number;
  kafka: number;
  kafkaController: number;
  postgres: number;
}

/** The ports of the block that begins at `base`. */
export function portsFrom(base: number): Ports {
  const [network, beneficiaries, workshops, equipment, reporting] = [1, 2, 3, 4, 5].map((n) => base + n) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    gateway: base,
    services: { network, beneficiaries, workshops, equipment, reporting },
    identity: base + 10,
    mail: base + 11,
    inbox: base + 12,
    kafka: base + 20,
    kafkaController: base + 21,
    postgres: base + 30,
  };
}

/** The block's first port: PORT_BASE, or 4000. */
export function portBase(env: NodeJS.ProcessEnv): number {
  const base = Number(env.PORT_BASE ?? 4000);
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    throw new Error('PORT_BASE must be a whole number between 1024 and 65000.');
  }
  return base;
}

/** Whether nobody listens on this port of the loopback. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)));
  });
}

/** A port nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

/** Whether something accepts connections there. */
export function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
