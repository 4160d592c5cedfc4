import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Below how many an article is to be ordered, or asked of a branch that has more than it needs. */
export class ReorderLevels1760000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE article ADD COLUMN reorder_level int CONSTRAINT article_reorder_level_range CHECK (reorder_level BETWEEN 1 AND 10000);
      ALTER TABLE article_movement ADD COLUMN reason text;
      CREATE INDEX article_watched ON article (code) WHERE reorder_level IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE article_movement DROP COLUMN reason;
      ALTER TABLE article DROP COLUMN reorder_level`);
  }
}
