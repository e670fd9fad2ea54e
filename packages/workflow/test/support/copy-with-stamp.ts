import { vi } from "vitest";

const CONTRACT = "../../../core/src/brands/contract.js";

/** These packages once more, with another stamp: as if another version were installed. */
export async function copyWithStamp(stamp: { readonly contract: number; readonly version: string }) {
  vi.resetModules();
  vi.doMock(CONTRACT, async (original) => ({
    ...(await original<object>()),
    CONTRACT: stamp.contract,
    STAMP: Object.freeze(stamp),
  }));
  try {
    return {
      main: await import("@flytekit-ts/workflow"),
      compile: await import("@flytekit-ts/workflow/compile"),
    };
  } finally {
    // Threads are shared: the next file must not import this copy.
    vi.doUnmock(CONTRACT);
    vi.resetModules();
  }
}
