import { readFileSync } from "node:fs";
import { runLocal } from "@flytekit-ts/local-exec";
import { describe, expect, it } from "vitest";
import * as arktype from "./examples/arktype.js";
import * as codec from "./examples/codec.js";
import * as effect from "./examples/effect.js";
import * as typebox from "./examples/typebox.js";
import * as valibot from "./examples/valibot.js";
import * as zod from "./examples/zod.js";

const page = readFileSync(new URL("../../../docs/guide/schema-libraries.md", import.meta.url), "utf8");
const ada = { name: "Ada", born: new Date("1815-12-10"), tags: ["first"] };

describe("the examples of the guide", () => {
  it.each(["zod", "arktype", "valibot", "effect", "typebox", "codec"])(
    "%s is the file of this name",
    (name) => {
      const code = readFileSync(new URL(`examples/${name}.ts`, import.meta.url), "utf8");
      expect(page).toContain(`\`\`\`ts ${name}.ts\n${code}\`\`\``);
    },
  );

  it("run", async () => {
    expect(await runLocal(zod.label, { user: { name: "Ada", born: ada.born } })).toBe("Ada, 1815, 0 tags");
    expect(await runLocal(arktype.label, { user: ada })).toBe("Ada, 1815, 1 tags");
    expect(await runLocal(valibot.label, { user: ada })).toBe("Ada, 1815, 1 tags");
    expect(await runLocal(effect.label, { user: ada })).toBe("Ada, 1815, 1 tags");
    expect(await runLocal(typebox.label, { user: { name: "Ada" } })).toBe("Ada, 0 tags");
    expect(codec.result).toEqual(new Date("2024-03-01"));
  });

  it("refuse what the schema refuses, with its path", async () => {
    await expect(runLocal(zod.label, { user: { ...ada, name: "" } })).rejects.toThrow("user.name should be");
    await expect(runLocal(typebox.label, { user: { name: "" } })).rejects.toThrow("user.name should be");
  });
});
