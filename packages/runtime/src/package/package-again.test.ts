import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../test/support/temp-folder.js";
import { archiveOf } from "../archive/write-archive.js";
import { collectCode } from "../code/collect-code.js";
import { packageEntities } from "./package-entities.js";
import { writePackage } from "./write-package.js";

describe("a package that lies in the folder of its project", () => {
  it.each([["short"], ["long".repeat(40)]])("is no part of the next one: %s", async (name) => {
    const root = tempFolder({ "a.ts": "", "other.tgz": "no archive", "rows.tgz": "" });
    const rows = [{ path: "0_rows.csv", content: Buffer.from("x"), mode: 0o644 }];
    writeFileSync(join(root, "rows.tgz"), await archiveOf(rows));
    const entities = [task({ name, module: join(root, "a.ts") }, () => {})];
    const made = async (file: string): Promise<Uint8Array> => {
      const each = await packageEntities(entities, { image: "a/b:v1", root, code: {} });
      await writePackage(each, join(root, file));
      return each.bytes;
    };
    expect(await made("one.tgz")).toEqual(await made("two.tar.gz"));
    expect(collectCode({ root }).files.map(({ path }) => path)).toEqual(["a.ts", "other.tgz", "rows.tgz"]);
    expect(collectCode({ root }).whyNot("one.tgz")).toBe("it is a package that was made before");
  });
});
