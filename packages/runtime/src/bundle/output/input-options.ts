import type { InputOptions } from "rolldown";
import type { Bundling } from "../modules/bundling.js";
import { PART_NAMES } from "../modules/parts.js";

const PARTS = ["schemas", "composites"] as const;

// As the command line finds them when it loads sources: what runs here can be bundled.
const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"] as const;
const ALIASES = {
  ".js": [".ts", ".tsx", ".js", ".jsx"],
  ".jsx": [".tsx", ".jsx"],
  ".mjs": [".mts", ".mjs"],
  ".cjs": [".cts", ".cjs"],
};

/** How modules are found and read, for all builds of entries. */
export function inputOptions({ options, kept }: Bundling): InputOptions {
  const leftOut = PARTS.filter((part) => !kept.includes(part));
  return {
    cwd: options.root,
    platform: "node",
    resolve: { extensions: [...EXTENSIONS], extensionAlias: ALIASES },
    transform: { define: Object.fromEntries(leftOut.map((part) => [PART_NAMES[part], "false"])) },
    // Warnings are ours, or made errors of.
    onLog: () => undefined,
  };
}
