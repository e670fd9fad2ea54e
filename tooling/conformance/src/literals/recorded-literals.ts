import { fileURLToPath } from "node:url";

/** The files of values that flytekit wrote. */
export const RECORDED_LITERALS: readonly string[] = [
  "golden/literals.json",
  "python/literals-more.json",
  "python/literals-wide.json",
].map((name) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url)));
