import pg from 'pg';

/** The services with tables of their own, reporting last: it owns none of what it tells. */
export const OWNERS = ['network', 'beneficiaries', 'workshops', 'equipment'] as const;
export const SERVICES = [...OWNERS, 'reporting'] as const;
export type Service = (typeof SERVICES)[number];

/** Asks a service's database, as its worker role: all branches, and reading only. */
export type Ask = <Row>(service: Service, sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Connections to every service's database, and how to end them. */
export interface Databases {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** Connects to the databases these addresses name. */
export async function openDatabases(addressOf: (service: Service) => string | undefined): Promise<Databases> {
  const clients = new Map<Service, pg.Client>();
  for (const service of SERVICES) {
    const client = new pg.Client({
      connectionString: addressOf(service),
      options: '-c timezone=UTC -c default_transaction_read_only=on',
      application_name: 'proof',
    });
    await client.connect();
    clients.set(service, client);
  }
  return {
    ask: async <Row>(service: Service, sql: string, values: readonly unknown[] = []) => {
      const answer = await clients.get(service)?.query(sql, [...values]);
      return (answer?.rows ?? []) as Row[];
    },
    close: async () => {
      for (const client of clients.values()) await client.end();
    },
  };
}
