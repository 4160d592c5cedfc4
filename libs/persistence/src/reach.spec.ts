import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN } from '#access';
import { Service } from '#runtime';
import { personas, startForTest, type TestService } from '#testing';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { Directory, within } from './reach.js';

class Leaves1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE leaf (id int PRIMARY KEY, branch char(2), words text NOT NULL);
      CREATE TABLE door (id int PRIMARY KEY, branch char(2)); SELECT protect('leaf'), protect('door')`);
  }

  async down(): Promise<void> {}
}

@Entity()
class Leaf {
  @PrimaryColumn('int')
  id: number;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;

  @Column('text')
  words: string;
}

@Entity()
@Directory()
class Door {
  @PrimaryColumn('int')
  id: number;

  @Column('char', { length: 2, nullable: true })
  branch: string | null;
}

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({
  name: 'leaves',
  entities: [Leaf, Door],
  migrations: [Leaves1700000000001],
  providers: [NothingResolver],
})
class LeavesModule {}

let leaves: TestService;
let database: Database;
beforeAll(async () => {
  leaves = await startForTest(LeavesModule);
  // As the worker, whom row-level security shows everything: what is not shown here is kept back by the code.
  const source = () =>
    createDataSource({
      url: leaves.config.workerUrl,
      entities: [Leaf, Door],
      poolSize: 2,
      applicationName: 'leaves test',
    });
  database = new Database(source(), source());
  await database.connect();
  await database.work((tx) =>
    tx.query(`INSERT INTO leaf VALUES (1, 'BX', 'a'), (2, 'BX', 'b'), (3, 'LI', 'a'), (4, NULL, 'a');
              INSERT INTO door VALUES (1, 'BX'), (2, 'LI')`),
  );
});
afterAll(async () => {
  await database.close();
  await leaves.stop();
});

const reader = (...branches: string[]): Actor => ({
  ...personas.managerOfBordeaux,
  branches,
  correlationId: 'test',
});
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id).sort();

describe('without row-level security', () => {
  it.each([
    [['BX'], [1, 2]],
    [
      ['LI', 'BX'],
      [1, 2, 3],
    ],
    [['*'], [1, 2, 3, 4]],
    [[], []],
  ])('a reader of %j finds what is within reach, however it is asked', async (branches, seen) => {
    const shown = await database.read(reader(...branches), async (tx) => {
      const values: unknown[] = [];
      const byHand: { id: number }[] = await tx.query(`SELECT id FROM leaf WHERE ${within(tx, values)}`, values);
      return {
        listed: idsOf(await tx.find(Leaf)),
        built: idsOf(await tx.createQueryBuilder(Leaf, 'l').getMany()),
        either: idsOf(await tx.createQueryBuilder(Leaf, 'l').where(`l.words = 'a'`).orWhere(`l.words = 'b'`).getMany()),
        counted: await tx.count(Leaf),
        byHand: idsOf(byHand),
      };
    });
    expect(shown).toEqual({ listed: seen, built: seen, either: seen, counted: seen.length, byHand: seen });
  });

  it('another branch’s row, named by its id, is not there', async () => {
    const find = (id: number) => database.read(reader('BX'), (tx) => tx.findOneBy(Leaf, { id }));
    expect(await find(1)).toMatchObject({ words: 'a' });
    expect([await find(3), await find(99)]).toEqual([null, null]);
  });

  it('a directory is read by everybody', async () => {
    expect(idsOf(await database.read(reader('BX'), (tx) => tx.find(Door)))).toEqual([1, 2]);
  });

  it('a worker’s own transactions see every branch', async () => {
    expect(await database.work((tx) => tx.count(Leaf))).toBe(4);
    expect(await database.look((tx) => tx.count(Leaf))).toBe(4);
  });
});
