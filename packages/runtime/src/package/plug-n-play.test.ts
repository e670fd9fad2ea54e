import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";

// As Yarn's Plug'n'Play gives them to all programs.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open: typeof real.open = async (...given) => {
    const sync = (): never => {
      throw new Error("Method not implemented.");
    };
    return Object.assign(await real.open(...given), { sync, datasync: sync });
  };
  return { ...real, open };
});

// Another test in this process may have loaded it with another disk.
vi.resetModules();
const { writePackage } = await import("./write-package.js");

it("writes a package where handles cannot be flushed by a method", async () => {
  const path = join(tempFolder(), "p.tgz");
  await writePackage({ bytes: Buffer.from("archive") }, path);
  expect(readFileSync(path, "utf8")).toBe("archive");
});
