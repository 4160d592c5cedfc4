import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazy } from 'react';
import { parseSearch, stringifySearch } from './address.js';
import { Frame } from './frame.js';
import { Home } from './home.js';
import { NotFound } from './not-found.js';
import { ownPage } from './own-page.js';
import { PageCrash } from './page-crash.js';
import { ADDRESSES } from './routes.js';

/** The gallery of components exists while developing only; a build leaves it out. */
const Gallery = import.meta.env.DEV
  ? lazy(() => import('./gallery/gallery.js').then((module) => ({ default: module.Gallery })))
  : NotFound;

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: PageCrash });
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const gallery = createRoute({ getParentRoute: () => root, path: '/ui', component: Gallery });
const pages = Object.values(ADDRESSES).map((address) =>
  createRoute({ getParentRoute: () => root, path: address.path, component: ownPage(address) }),
);

/** Addresses, back and forward. A page's code travels when its link is pointed at. */
export const router = createRouter({
  routeTree: root.addChildren([home, gallery, ...pages]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageCrash,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
