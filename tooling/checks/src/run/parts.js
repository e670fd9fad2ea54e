/**
 * What `pnpm check` runs, cheapest first. `packages` is type checks, tests, builds and package checks of every
 * package; `api` compares what these offer, once built, with what is written down; `integrations` builds and
 * runs what others would write, from packed packages; `structure` is the rules of this package.
 *
 * @type {readonly import("./run-parts.js").Part[]}
 */
export const parts = [
  { name: "format", script: "format:check" },
  { name: "generate", script: "generate" },
  { name: "lint", script: "lint" },
  { name: "boundaries", script: "boundaries" },
  { name: "packages", script: "packages" },
  { name: "api", script: "api:check" },
  { name: "integrations", script: "integrations" },
  { name: "changesets", script: "changeset:status" },
  { name: "structure", script: "structure" },
];
