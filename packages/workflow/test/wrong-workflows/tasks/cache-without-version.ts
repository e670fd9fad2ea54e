/** CACHE_VERSION_MISSING: a cache without a version. */
import { t, task } from "@flytekit-ts/workflow";

const declaration = { name: "square", inputs: { x: t.int() }, output: t.int() } as const;

// @ts-expect-error a version is needed
export const square = task({ ...declaration, cache: { serialize: true } }, ({ x }) => x * x); // here
