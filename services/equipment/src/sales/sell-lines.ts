import { NOT_FOUND } from '#errors';
import type { Fact } from '#events';
import { lockAggregate } from '#messaging';
import type { Tx } from '#persistence';
import { localDay } from '#runtime';
import { type Article, requireQuantity } from '../articles/article.entity.js';
import { articleFor } from '../articles/keep-article.js';
import { Device } from '../devices/device.entity.js';
import { TAG_MALFORMED } from '../devices/device.refusals.js';
import { DEVICES } from '../devices/keep-device.js';
import { readTag } from '../devices/tag.js';
import { type Moment, zoneOf } from '../known/known.js';
import { reservationOf } from '../reservations/end-reservation.js';
import { RESERVED_FOR_ANOTHER } from '../reservations/reservation.refusals.js';
import { priceOf, tariffsInForce } from '../tariffs/price.js';
import type { Tariff } from '../tariffs/tariff.entity.js';
import { ALREADY_SOLD, DEVICE_NOT_READY, LINE_MALFORMED, LINE_TWICE, NO_LINES, NO_TARIFF } from './sale.refusals.js';
import { SaleLine } from './sale-line.js';

/** What the till asks to sell: a device by its tag, or a quantity of an article. */
export interface LineWish {
  tag?: string | null | undefined;
  articleId?: string | null | undefined;
  quantity?: number | null | undefined;
}

/** What somebody answered for decides instead of the rule. */
export interface Waived {
  /** What one of each line was sold for, in cents, in the order of the lines. */
  readonly unitCents: readonly number[];
}

/** The goods of a sale, locked, with their lines priced. */
export interface Goods {
  readonly lines: SaleLine[];
  readonly devices: Device[];
  readonly articles: { article: Article; quantity: number; field: string }[];
}

/**
 * Finds, locks and prices what is to be sold, in an order that keeps two sales from waiting for each other. Refuses
 * `NO_LINES`, `LINE_MALFORMED`, `LINE_TWICE`, `TAG_MALFORMED`, `NOT_FOUND`, `DEVICE_NOT_READY`, `ALREADY_SOLD`, `NO_TARIFF`,
 * `QUANTITY_OUT_OF_RANGE`, `RESERVED_FOR_ANOTHER`.
 */
export async function goodsFor(
  tx: Tx,
  wishes: readonly LineWish[],
  branch: string,
  moment: Moment,
  buyer: string | null,
  waived?: Waived,
): Promise<Goods> {
  if (wishes.length === 0 || wishes.length > 50) throw NO_LINES({}, 'input.lines');
  const asked = wishes.map((wish, index) => ask(wish, `input.lines[${index}]`));
  const twice = asked.findIndex((line, index) => asked.findIndex((other) => other.key === line.key) < index);
  if (twice >= 0) throw LINE_TWICE({}, `input.lines[${twice}]`);
  const articles = await lockArticles(tx, asked, branch);
  const devices = await lockDevices(tx, asked, branch);
  const inForce = await tariffsInForce(tx, moment.day);
  const zone = await zoneOf(tx, branch);
  if (!waived)
    for (const { key, field } of asked.filter((line) => line.isDevice))
      await requireKeptForNoOther(tx, devices.get(key), buyer, zone, `${field}.tag`);
  const lines = asked.map((line, index) => {
    const device = devices.get(line.key);
    const unitCents = waived?.unitCents[index];
    const priced = device
      ? deviceLine(device, inForce, zone, line.field, unitCents)
      : articleLine(articles.get(line.key) as Article, line.quantity);
    return unitCents === undefined ? priced : { ...priced, cents: unitCents * line.quantity };
  });
  return {
    lines,
    devices: [...devices.values()],
    articles: asked.flatMap(({ key, quantity, field }) => {
      const article = articles.get(key);
      return article ? [{ article, quantity, field: `${field}.quantity` }] : [];
    }),
  };
}

interface Asked {
  /** Tag, or id of the article. */
  readonly key: string;
  readonly isDevice: boolean;
  readonly quantity: number;
  readonly field: string;
}

function ask(wish: LineWish, field: string): Asked {
  const quantity = wish.quantity ?? 1;
  if ((wish.tag == null) === (wish.articleId == null)) throw LINE_MALFORMED({}, field);
  if (wish.articleId != null) {
    requireQuantity(quantity, 1, `${field}.quantity`);
    return { key: wish.articleId, isDevice: false, quantity, field };
  }
  if (quantity !== 1) throw LINE_MALFORMED({}, `${field}.quantity`);
  const tag = readTag(wish.tag ?? '')?.text;
  if (tag === undefined) throw TAG_MALFORMED({}, `${field}.tag`);
  return { key: tag, isDevice: true, quantity, field };
}

async function lockArticles(tx: Tx, asked: readonly Asked[], branch: string): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const { key, field } of inOrder(asked.filter((line) => !line.isDevice))) {
    const article = await articleFor(tx, key, `${field}.articleId`);
    if (article.branch !== branch) throw NOT_FOUND({ what: 'Article', whatEn: 'Article' }, `${field}.articleId`);
    articles.set(key, article);
  }
  return articles;
}

async function lockDevices(tx: Tx, asked: readonly Asked[], branch: string): Promise<Map<string, Device>> {
  const devices = new Map<string, Device>();
  for (const { key, field } of inOrder(asked.filter((line) => line.isDevice))) {
    const where = { tag: key, branch, voided: false };
    const found = await tx.findOneBy(Device, where);
    if (found) await lockAggregate(tx, DEVICES, found.id);
    // Read again behind the lock: whoever held it may have sold it.
    const device = found ? await tx.findOneBy(Device, where) : null;
    if (!device) throw NOT_FOUND({ what: `Matériel ${key}`, whatEn: `Device ${key}` }, `${field}.tag`);
    devices.set(key, device);
  }
  return devices;
}

/** Kept for this buyer it is theirs to buy. Refuses `RESERVED_FOR_ANOTHER`. */
async function requireKeptForNoOther(
  tx: Tx,
  device: Device | undefined,
  buyer: string | null,
  zone: string,
  field: string,
) {
  if (device?.state !== 'RESERVED') return;
  const { tag, stateSince } = device;
  const reservation = await reservationOf(tx, device.id);
  if (!reservation) throw DEVICE_NOT_READY({ tag, state: 'RESERVED', since: localDay(stateSince, zone) }, field);
  if (reservation.beneficiaryId === null || reservation.beneficiaryId !== buyer)
    throw RESERVED_FOR_ANOTHER({ tag, until: localDay(reservation.expiresAt, zone) }, field);
}

/** By key, so that two sales lock what they share in the same order. */
function inOrder(lines: readonly Asked[]): Asked[] {
  return [...lines].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function deviceLine(
  device: Device,
  inForce: readonly Tariff[],
  zone: string,
  field: string,
  unitCents: number | undefined,
): SaleLine {
  const { tag, type, grade, state } = device;
  const since = localDay(device.stateSince, zone);
  if (state === 'DISTRIBUTED') throw ALREADY_SOLD({ tag, since }, `${field}.tag`);
  if ((state !== 'READY' && state !== 'RESERVED') || grade === null)
    throw DEVICE_NOT_READY({ tag, state, since }, `${field}.tag`);
  const price = priceOf(inForce, type, grade);
  const cents = unitCents ?? price?.cents;
  if (cents === undefined) throw NO_TARIFF({ type, grade }, `${field}.tag`);
  return {
    kind: 'DEVICE',
    deviceId: device.id,
    label: tag,
    type,
    grade,
    articleId: null,
    articleKind: null,
    quantity: 1,
    cents,
    marketCents: price?.marketCents ?? null,
    // A price that the tariff did not give names no tariff.
    tariffFrom: price?.cents === cents ? price.validFrom : null,
  };
}

function articleLine(article: Article, quantity: number): SaleLine {
  return {
    kind: 'ARTICLE',
    deviceId: null,
    label: article.label,
    type: null,
    grade: null,
    articleId: article.id,
    articleKind: article.kind,
    quantity,
    cents: article.cents * quantity,
    marketCents: article.marketCents === null ? null : article.marketCents * quantity,
    tariffFrom: null,
  };
}

/** Takes the articles of a sale off the shelf. Refuses `OUT_OF_STOCK`. */
export function takeFromShelf(goods: Goods, moment: Moment): Fact[] {
  return goods.articles.flatMap(({ article, quantity, field }) => article.sell(quantity, field, moment));
}
