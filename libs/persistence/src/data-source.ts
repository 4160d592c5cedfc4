import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import { PreparingClient } from './preparing-client.js';
import { BoundDataSource } from './reach.js';
import { SnakeNaming } from './snake-naming.js';

/** A migration class, applied once, in the order of the number its name ends with. */
export type Migration = new () => MigrationInterface;

/** What a service's databases are made of. */
export interface DataSourceOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations?: readonly Migration[];
  /** Connections held at most. */
  readonly poolSize?: number;
  /** Role taken on connecting: migrations run as the owner, who cannot log in. */
  readonly role?: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
}

/** A TypeORM data source with the settings every service shares: UTC, snake_case, no silent `null` in a `where`, never `synchronize`. */
export function createDataSource(options: DataSourceOptions): DataSource {
  const sessionOptions = [
    '-c timezone=UTC',
    '-c idle_in_transaction_session_timeout=30s',
    ...(options.role ? [`-c role=${options.role}`] : ['-c statement_timeout=30s', '-c transaction_timeout=30s']),
  ];
  return new BoundDataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities as EntityTarget<ObjectLiteral>[] as never,
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolSize: options.poolSize ?? 10,
    extra: {
      options: sessionOptions.join(' '),
      application_name: options.applicationName,
      Client: PreparingClient,
    },
  });
}
