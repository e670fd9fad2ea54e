import type { ContainerCase } from "./check-container.js";

const ints = { type: { kind: "int", exact: false }, values: ["1", "2"] } as const;

/** Tasks that do something else than they say: what they leave must be found wrong. */
export const plantedCases: readonly ContainerCase[] = [
  { ...ints, kind: "loses", text: "" },
  { ...ints, kind: "loses-node", text: "" },
  { ...ints, kind: "throws-other", text: "what was not thrown" },
];
