/** One line of what is being bought: a device by its tag, or so many of an article. */
export type CartLine =
  | { readonly kind: 'DEVICE'; readonly tag: string; readonly label: string; readonly cents: number }
  | {
      readonly kind: 'ARTICLE';
      readonly id: string;
      readonly label: string;
      readonly cents: number;
      readonly quantity: number;
    };

/** What identifies a line within its cart. */
export function keyOfLine(line: CartLine): string {
  return line.kind === 'DEVICE' ? line.tag : line.id;
}

/** Adds a line; a device already there stays once, an article already there counts one more. */
export function withLine(cart: readonly CartLine[], line: CartLine): readonly CartLine[] {
  const key = keyOfLine(line);
  if (!cart.some((known) => keyOfLine(known) === key)) return [...cart, line];
  return cart.map((known) =>
    known.kind === 'ARTICLE' && keyOfLine(known) === key ? { ...known, quantity: known.quantity + 1 } : known,
  );
}

/** One less of an article; a device, or the last of an article, leaves. */
export function withoutOne(cart: readonly CartLine[], key: string): readonly CartLine[] {
  return cart.flatMap((line) => {
    if (keyOfLine(line) !== key) return [line];
    return line.kind === 'ARTICLE' && line.quantity > 1 ? [{ ...line, quantity: line.quantity - 1 }] : [];
  });
}

/** What a line costs, in cents. */
export function costOf(line: CartLine): number {
  return line.kind === 'DEVICE' ? line.cents : line.cents * line.quantity;
}

/** What all lines cost, in cents. */
export function totalOf(cart: readonly CartLine[]): number {
  return cart.reduce((sum, line) => sum + costOf(line), 0);
}

/** The lines as the sale wants them. */
export function linesOf(cart: readonly CartLine[]): ({ tag: string } | { articleId: string; quantity: number })[] {
  return cart.map((line) =>
    line.kind === 'DEVICE' ? { tag: line.tag } : { articleId: line.id, quantity: line.quantity },
  );
}

/** Whether one of these carts has it. */
export function isIn(carts: readonly (readonly CartLine[])[], key: string): boolean {
  return carts.some((cart) => cart.some((line) => keyOfLine(line) === key));
}

/** What is left on the shelf once these carts have gone. */
export function leftOf<A extends { readonly id: string; readonly quantity: number }>(
  articles: readonly A[],
  carts: readonly (readonly CartLine[])[],
): A[] {
  return articles.map((article) => {
    const gone = carts
      .flat()
      .reduce((sum, line) => (line.kind === 'ARTICLE' && line.id === article.id ? sum + line.quantity : sum), 0);
    return { ...article, quantity: Math.max(0, article.quantity - gone) };
  });
}
