import type { Applier, Received } from '#messaging';
import type { Tx } from '#persistence';
import type { FiguresApplier } from '../projection/figures-applier.js';
import { FiguresStore } from '../projection/figures-store.js';
import { stateOf } from './versions.js';

/** Fills one version of the figures beside the live one: deltas alone while it loads, cells as well once they are folded. */
export class VersionApplier implements Applier {
  readonly handles: ReadonlySet<string>;
  readonly parksKeys = false;
  private readonly store: FiguresStore;

  constructor(
    private readonly figures: FiguresApplier,
    private readonly version: number,
  ) {
    this.handles = figures.handles;
    this.store = new FiguresStore(version);
  }

  async apply(tx: Tx, slice: readonly Received[]): Promise<void> {
    const deltas = this.figures.deltasOf(slice);
    // The slice already holds its place of record, which whoever folds or switches must hold as well: the state cannot change.
    if ((await stateOf(tx, this.version)) === 'LOADING') await this.store.load(tx, deltas);
    else await this.store.count(tx, deltas);
  }
}
