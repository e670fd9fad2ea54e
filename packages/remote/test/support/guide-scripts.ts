import type { TestClusterOptions } from "@flytekit-ts/admin";

/** What the guide's tasks do on the cluster of its examples, by their names. */
export const guideScripts: NonNullable<TestClusterOptions["scripts"]> = {
  weigh: ({ crates }) => ({ o0: 12 * Number(crates) }),
  water: ({ liters }) => ({ o0: Number(liters) + 1 }),
  harvest: ({ liters }) => {
    if (Number(liters) > 2) throw new Error(`no basket holds ${String(liters)}`);
    return { o0: "full" };
  },
};
