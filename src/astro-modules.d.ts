/** For plain `tsc`, which cannot open components. `astro check` can, and sees their real props. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
