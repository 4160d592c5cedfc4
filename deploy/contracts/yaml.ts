/** A plain value as YAML. Every text is quoted as in JSON, which YAML reads alike, so no word can turn into something else. */
export function yamlOf(value: unknown): string {
  return `${lines(value).join('\n')}\n`;
}

function lines(value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item) => {
      const [first = '', ...rest] = lines(item);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
    return Object.entries(value)
      .filter(([, inside]) => inside !== undefined)
      .flatMap(([name, inside]) => {
        const [first = '', ...rest] = lines(inside);
        const key = /^[a-zA-Z_][\w-]*$/.test(name) ? name : JSON.stringify(name);
        return isNested(inside) ? [`${key}:`, ...[first, ...rest].map((line) => `  ${line}`)] : [`${key}: ${first}`];
      });
  return [JSON.stringify(value)];
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
