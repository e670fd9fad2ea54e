import { existsSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { task } from "@flytekit-ts/workflow";
import { unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";
import { unpack } from "../fast/unpack.js";
import { packageEntities } from "./package-entities.js";

const load = task({ name: "load" }, () => {});
const resolver = { location: "acme#resolver", loaderArgs: () => [], loadTask: () => Promise.resolve(load) };

describe("the code of a package", () => {
  // flytectl uploads it decompressed, under the same name.
  it.each([
    ["as it is", (bytes: Uint8Array) => bytes],
    ["decompressed", (bytes: Uint8Array) => gunzipSync(bytes)],
  ])("is what a container unpacks, %s", async (_what, sent) => {
    const long = `${"folder/".repeat(30)}${"ü".repeat(60)}.ts`;
    const root = tempFolder({
      "a.ts": "A",
      "link.ts": { link: "a.ts" },
      [long]: "L",
      "b/up.ts": { link: "../a.ts" },
    });
    const { bytes } = await packageEntities(load, { image: "a:1", resolver, code: { root } });
    const archive = (await unpackTar(gunzipSync(bytes))).at(-1)?.data ?? new Uint8Array();
    const to = tempFolder();
    async function* chunks() {
      yield sent(archive);
    }
    await unpack("s3://b/fast.tar.gz", chunks(), to);
    expect(readFileSync(join(to, "a.ts"), "utf8")).toBe("A");
    expect(readFileSync(join(to, long), "utf8")).toBe("L");
    expect(readlinkSync(join(to, "link.ts"))).toBe("a.ts");
    expect(readFileSync(join(to, "b/up.ts"), "utf8")).toBe("A");
    expect(statSync(join(to, "a.ts")).mode & 0o777).toBe(0o644);
    expect(existsSync(join(to, "node_modules"))).toBe(false);
  });
});
