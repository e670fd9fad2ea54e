import type { InputOptions } from "rolldown";
import type { Bundling } from "../modules/bundling.js";
import { PART_NAMES } from "../modules/parts.js";

const PARTS = ["schemas", "composites"] as const;

/** How modules are found and read, for all builds of entries. */
export function inputOptions({ options, kept }: Bundling): InputOptions {
  const leftOut = PARTS.filter((part) => !kept.includes(part));
  return {
    cwd: options.root,
    platform: "node",
    resolve: {
      extensionAlias: { ".js": [".ts", ".tsx", ".js"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] },
    },
    transform: { define: Object.fromEntries(leftOut.map((part) => [PART_NAMES[part], "false"])) },
    // Warnings are ours, or made errors of.
    onLog: () => undefined,
  };
}
