declare module 'virtual:france-map' {
  /** Metropolitan France, drawn at build. */
  export const france: import('./projection.js').MapFrame;
}
