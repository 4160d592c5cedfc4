import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NotFound } from './not-found.js';
import type { Slice } from './routes.js';

/** What a page file offers: one component, by name. */
interface PageModule {
  readonly Page: ComponentType;
}

/** Every page of every service, found by its file name; a slice without a page has no entry and no menu. */
const files = import.meta.glob<PageModule>(['../*/*/*.page.tsx', '!../app/**', '!../ui/**']);

function fileOf(slice: Slice): string {
  return `../${slice}/${slice.slice(slice.indexOf('/') + 1)}.page.tsx`;
}

/** True when the slice has its page: a menu never leads nowhere. */
export function hasPage(slice: Slice): boolean {
  return fileOf(slice) in files;
}

/** The slice's page, loaded when its address is opened. */
export function pageOf(slice: Slice): RouteComponent {
  const load = files[fileOf(slice)];
  return load ? lazyRouteComponent(load, 'Page') : NotFound;
}
