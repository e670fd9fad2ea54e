import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { proveStorage } from "@flytekit-ts/servers/testing";
import { describe } from "vitest";

import { localDisk } from "../src/storage/local-disk.js";

const folder = mkdtempSync(join(tmpdir(), "contract-"));

describe("the local disk, as a storage", () => {
  proveStorage({
    storage: () => localDisk,
    prefix: () => folder,
    // A path is either a file or a directory, and slashes divide it.
    impossibleKeys: ["node", "double//slash", "ends-with/"],
  });
});
