import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, parse, printSchema } from 'graphql';
import type { GraphqlClient } from '../../app/graphql.js';

/** The schema of the whole network in the schema language, as the gateway tells it. Throws when it does not. */
export async function readSchema(client: GraphqlClient): Promise<string> {
  const { data } = await client.ask<IntrospectionQuery, object>(parse(getIntrospectionQuery()) as never, {});
  if (!data) throw new Error('no schema came back');
  return printSchema(buildClientSchema(data));
}
