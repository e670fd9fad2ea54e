import type { GraphModel } from "../model/graph-model.js";

/** That not all graphs which dynamics made are drawn; undefined if they are. */
export function madeWords({ made }: GraphModel): string | undefined {
  if (made === undefined) return undefined;
  const [drawn, all] = [made.drawn, made.all].map((count) => count.toLocaleString("en"));
  return `${drawn} of the ${all} graphs that dynamics made are drawn`;
}
