import { vi } from "vitest";

import type { Stamp } from "../../src/brands/contract.js";

/** This package once more, down to its last module, with another stamp: as if another version were installed. */
export async function copyWithStamp(stamp: Stamp) {
  vi.resetModules();
  vi.doMock("../../src/brands/contract.js", async (original) => ({
    ...(await original<typeof import("../../src/brands/contract.js")>()),
    CONTRACT: stamp.contract,
    STAMP: Object.freeze(stamp),
  }));
  try {
    return {
      main: await import("../../src/entries/index.js"),
      errors: await import("../../src/entries/errors.js"),
      graph: await import("../../src/entries/graph.js"),
      tasks: await import("../../src/entries/tasks.js"),
      types: await import("../../src/entries/types.js"),
    };
  } finally {
    // Threads are shared: the next file must not import this copy.
    vi.doUnmock("../../src/brands/contract.js");
    vi.resetModules();
  }
}
