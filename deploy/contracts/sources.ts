import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What a source file says of an event beside its contract. */
export interface WrittenEvent {
  /** Its name in code: `SessionScheduled`. */
  readonly constant: string;
  readonly doc: string;
}

/** A refusal as its source file states it; `{seats}` stands where a value will be. */
export interface WrittenRefusal {
  readonly code: string;
  readonly kind: string;
  readonly fr: string;
  readonly en: string;
  readonly doc: string;
  readonly file: string;
}

/** Contracts that several services share, by what makes them, and how each service's event goes on after its name. */
const SHARED = [
  ['ledgerDigestedBy', 'ledger-digested'],
  ['personPurgedBy', 'person-purged'],
] as const;

/** Names in code and docstrings of all events, by name on the wire. */
export function writtenEvents(root: string): Map<string, WrittenEvent> {
  const files = 'libs/events/src/*.ts';
  const own = definitionsIn(root, files, 'defineEvent').map(({ constant, doc, properties }): [string, WrittenEvent] => [
    textOf(properties.get('name')),
    { constant, doc },
  ]);
  // The same contract for several services, each of which names itself.
  const shared = SHARED.flatMap(([maker, name]) =>
    definitionsIn(root, files, maker).map(({ constant, doc, argument }): [string, WrittenEvent] => [
      `${textOf(argument)}.${name}`,
      { constant, doc },
    ]),
  );
  return new Map([...own, ...shared]);
}

/** Every refusal of the services and libs, in the order of their codes. */
export function writtenRefusals(root: string): WrittenRefusal[] {
  return ['libs', 'services']
    .flatMap((folder) => definitionsIn(root, `${folder}/**/*.refusals.ts`, 'defineRefusal'))
    .map(({ doc, file, properties }) => ({
      code: textOf(properties.get('code')),
      kind: textOf(properties.get('kind')),
      fr: textOf(properties.get('fr')),
      en: textOf(properties.get('en')),
      doc,
      file,
    }))
    .sort((a, b) => (a.code === b.code ? order(a.file, b.file) : order(a.code, b.code)));
}

const order = (a: string, b: string): number => (a < b ? -1 : 1);

interface Definition {
  readonly constant: string;
  readonly doc: string;
  readonly file: string;
  readonly argument: ts.Expression;
  /** Of an argument that is an object. */
  readonly properties: ReadonlyMap<string, ts.Expression>;
}

/** `export const X = maker(…)` in all files of a pattern. */
function definitionsIn(root: string, pattern: string, maker: string): Definition[] {
  const files = globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' }).sort();
  return files.flatMap((path) => {
    const file = path.replaceAll('\\', '/');
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
      statement.declarationList.declarations.flatMap((declaration): Definition[] => {
        const call = declaration.initializer;
        if (!call || !ts.isCallExpression(call) || call.expression.getText() !== maker) return [];
        const [argument] = call.arguments;
        if (!argument) return [];
        const properties = (ts.isObjectLiteralExpression(argument) ? [...argument.properties] : [])
          .filter(ts.isPropertyAssignment)
          .map((property): [string, ts.Expression] => [property.name.getText(), property.initializer]);
        const constant = declaration.name.getText();
        return [{ constant, doc: docOf(statement), file, argument, properties: new Map(properties) }];
      }),
    );
  });
}

function docOf(statement: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(statement);
  const text = doc && ts.isJSDoc(doc) ? ts.getTextOfJSDocComment(doc.comment) : undefined;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The text an expression gives; a value inside is shown by its name in braces. */
function textOf(expression: ts.Expression | undefined): string {
  if (!expression) return '';
  if (ts.isArrowFunction(expression)) return ts.isBlock(expression.body) ? '…' : textOf(expression.body);
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isParenthesizedExpression(expression)) return textOf(expression.expression);
  if (ts.isConditionalExpression(expression)) return `${textOf(expression.whenTrue)} / ${textOf(expression.whenFalse)}`;
  if (ts.isBinaryExpression(expression)) return textOf(expression.left) + textOf(expression.right);
  if (ts.isTemplateExpression(expression))
    return (
      expression.head.text +
      expression.templateSpans.map((span) => valueName(span.expression) + span.literal.text).join('')
    );
  return valueName(expression);
}

function valueName(expression: ts.Expression): string {
  return `{${/\bv\.(\w+)/.exec(expression.getText())?.[1] ?? '…'}}`;
}
