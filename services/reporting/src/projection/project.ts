import type { EventDefinition, EventOf } from '#events';
import { type Delta, type ProjectionFunction } from './delta.js';

const PROJECT_METADATA = 'reporting:project';

/**
 * Marks the one function that turns an event into deltas: `@Project(SaleMade) sold(event: SaleMade): Delta[]`. Pure: the
 * list, numbered, is the event's dedupe key, so it must come out the same for ever.
 */
export function Project<D extends EventDefinition>(definition: D) {
  return (
    target: object,
    _property: string,
    descriptor: TypedPropertyDescriptor<(event: EventOf<D>) => Delta[]>,
  ): void => {
    const projections = ownProjections(target);
    if (descriptor.value) projections.push({ definition, project: descriptor.value as unknown as ProjectionFunction });
    Reflect.defineMetadata(PROJECT_METADATA, projections, target);
  };
}

/** A projection function and the event it reads. */
export interface FoundProjection {
  readonly definition: EventDefinition;
  readonly project: ProjectionFunction;
}

/** The projections of these classes by event name. Throws when two read the same event: one event counts in one place. */
export function projectionsOf(classes: readonly (new () => object)[]): ReadonlyMap<string, FoundProjection> {
  const found = new Map<string, FoundProjection>();
  for (const Projection of classes) {
    const instance = new Projection();
    for (const { definition, project } of ownProjections(Projection.prototype as object)) {
      if (found.has(definition.name)) throw new Error(`${definition.name} is projected twice`);
      found.set(definition.name, { definition, project: project.bind(instance) });
    }
  }
  return found;
}

function ownProjections(target: object): FoundProjection[] {
  return (Reflect.getMetadata(PROJECT_METADATA, target) as FoundProjection[] | undefined) ?? [];
}
