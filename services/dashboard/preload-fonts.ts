import type { Plugin } from 'vite';

const FIRST_SCREEN = /(bricolage-grotesque-latin-wght|atkinson-hyperlegible-next-latin-wght)-normal-[^/]*\.woff2$/;

/** Names the two fonts of the first screen in the page's head, so that they travel beside the script, not after it. */
export function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, context) =>
        Object.keys(context.bundle ?? {})
          .filter((file) => FIRST_SCREEN.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          })),
    },
  };
}
