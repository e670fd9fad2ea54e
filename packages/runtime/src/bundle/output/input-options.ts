import type { InputOptions } from "rolldown";
import type { Bundling } from "../modules/bundling.js";

/** How modules are found and read, for all builds of entries. */
export function inputOptions({ options }: Bundling): InputOptions {
  return {
    cwd: options.root,
    platform: "node",
    resolve: {
      extensionAlias: { ".js": [".ts", ".tsx", ".js"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] },
    },
    // Warnings are ours, or made errors of.
    onLog: () => undefined,
  };
}
