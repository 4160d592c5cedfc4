import { Args, Query, Resolver } from '@nestjs/graphql';
import { stringify } from 'csv-stringify/sync';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { TillFile } from '../../sales/till-file.js';
import { type ConnectivityStatement, statementOf } from '../statement.js';

const HEAD = [
  ...['mois', 'opérateur', 'genre', 'article', 'valeur en centimes', 'stock au début', 'reçus', 'sortis', 'revenus'],
  ...['écart de comptage', 'stock à la fin', 'vendus', 'centimes', 'cartes activées'],
];

@Resolver()
export class ExportConnectivityResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TillFile, {
    name: 'exportConnectivity',
    description: 'The connectivity statement of a month as CSV, one line for each article. Refuses STATEMENT_MONTH.',
  })
  @Allow(Permission.ReadSales)
  async export(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('month', { type: () => LocalDateScalar, description: 'First day of the month.' }) month: string,
    @CurrentActor() actor: Actor,
  ): Promise<TillFile> {
    const branch = branchOf(actor, named);
    const statement = await this.db.read(actor, (tx) => statementOf(tx, branch, month));
    const base64 = Buffer.from(fileOf(statement), 'utf8').toString('base64');
    return { name: `connectivite-${branch}-${month.slice(0, 7)}.csv`, mediaType: 'text/csv; charset=utf-8', base64 };
  }
}

function fileOf({ month, rows }: ConnectivityStatement): string {
  const lines = rows.map((row) => [
    ...[month.slice(0, 7), row.operator ?? '', row.kind, row.label, row.valueCents ?? '', row.opening, row.received],
    ...[row.out, row.back, row.counted, row.closing, row.sold, row.soldCents, row.activated],
  ]);
  const options = { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true } as const;
  return stringify([HEAD, ...lines], options);
}
