import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLInputType, type GraphQLResolveInfo, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { refuseSensitive } from './refuse-sensitive.js';

/**
 * Refuses `SENSITIVE_TEXT` when any text that a mutation brings holds what nobody may keep here. It looks at every value that
 * the schema calls a `String`, so that no input can be forgotten.
 */
@Injectable()
export class FreeTextGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(context);
    const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
    if (parentType.name !== 'Mutation') return true;
    const given = graphql.getArgs<Record<string, unknown>>();
    for (const { name, type } of parentType.getFields()[fieldName]?.args ?? []) look(given[name], type, name);
    return true;
  }
}

function look(value: unknown, type: GraphQLInputType, path: string): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) {
    look(value, type.ofType, path);
    return;
  }
  if (isListType(type)) {
    const values = Array.isArray(value) ? value : [value];
    for (const [index, one] of values.entries()) look(one, type.ofType, `${path}[${index}]`);
    return;
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields()))
      look((value as Record<string, unknown>)[field.name], field.type, `${path}.${field.name}`);
    return;
  }
  if (type.name === 'String' && typeof value === 'string') refuseSensitive(value, path);
}
