import 'reflect-metadata';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner, SelectQueryBuilder } from 'typeorm';
import type { Tx } from './database.js';

const DIRECTORY = 'passerelle:directory';

/** For an entity that everybody reads, whichever branch keeps it. Who may write it is then for the use case to say. */
export const Directory = (): ClassDecorator => (entity) => Reflect.defineMetadata(DIRECTORY, true, entity);

/** Binds whatever this connection reads from here on to these branches. */
export function bindTo(runner: QueryRunner, branches: readonly string[]): void {
  runner.data['reach'] = branches;
}

/** The branches that reads of this connection are bound to, undefined for all of them. */
function reachOf(runner: QueryRunner | undefined): readonly string[] | undefined {
  const branches = runner?.data['reach'] as readonly string[] | undefined;
  return branches?.includes('*') ? undefined : branches;
}

/**
 * For SQL written by hand: the condition that a row is of the reader's branches, its value appended to `values`. TypeORM's
 * own queries have it already. Holds for every row in a worker's transaction.
 */
export function within(tx: Tx, values: unknown[], column = 'branch'): string {
  const branches = reachOf(tx.queryRunner);
  return branches === undefined ? 'true' : `${column} = ANY ($${values.push(branches)}::text[]::bpchar[])`;
}

/**
 * A data source whose queries are bound to the branches of whoever asks, so that nobody has to remember it: every select of an
 * entity with a `branch`, found by id, listed or counted, shows rows within reach alone.
 */
export class BoundDataSource extends DataSource {
  override createQueryBuilder<Entity extends ObjectLiteral>(
    entityClass: EntityTarget<Entity>,
    alias: string,
    queryRunner?: QueryRunner,
  ): SelectQueryBuilder<Entity>;
  override createQueryBuilder(queryRunner?: QueryRunner): SelectQueryBuilder<ObjectLiteral>;
  override createQueryBuilder<Entity extends ObjectLiteral>(
    entityOrRunner?: EntityTarget<Entity> | QueryRunner,
    alias?: string,
    queryRunner?: QueryRunner,
  ): SelectQueryBuilder<Entity> {
    if (alias === undefined) return new BoundQuery<Entity>(this, entityOrRunner as QueryRunner | undefined);
    const { target } = this.getMetadata(entityOrRunner as EntityTarget<Entity>);
    return new BoundQuery<Entity>(this, queryRunner).select(alias).from<Entity>(target as EntityTarget<Entity>, alias);
  }
}

class BoundQuery<Entity extends ObjectLiteral> extends SelectQueryBuilder<Entity> {
  protected override createWhereExpression(): string {
    const where = super.createWhereExpression();
    const branches = reachOf(this.queryRunner);
    const { mainAlias } = this.expressionMap;
    if (branches === undefined || !mainAlias?.hasMetadata) return where;
    const { metadata } = mainAlias;
    if (!metadata.findColumnWithPropertyName('branch') || Reflect.hasMetadata(DIRECTORY, metadata.target)) return where;
    this.setParameter('reach', branches);
    const own = `${mainAlias.name}.branch = ANY (:reach)`;
    return where === '' ? ` WHERE ${own}` : ` WHERE (${where.replace(/^ WHERE /, '')}) AND ${own}`;
  }
}
