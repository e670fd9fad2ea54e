import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { registry } from "../../src/program/registry.js";

const PACKAGES = new URL("../../../", import.meta.url);
const page = readFileSync(new URL("../docs/guide/command-line-functions.md", PACKAGES), "utf8");
// The first table: a command, or none for more functions of the one above.
const rows = [...page.matchAll(/^\| (.*?) +\| (.*?) +\| (?:`(\S+)`)? *\|$/gm)].map(
  ([, commands = "", functions = "", entry]) => ({ commands: codesIn(commands), functions, entry }),
);

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** The report of what an entry exports. */
function reportOf(entry: string): string {
  const [, name = "cli", path = "index"] = /^(?:@flytekit-ts\/([\w-]+)|\.)(?:\/([\w-]+))?$/.exec(entry) ?? [];
  return readFileSync(new URL(`${name}/api/${path}.md`, PACKAGES), "utf8");
}

describe("the page about functions behind commands", () => {
  it("has every command", () => {
    const names = registry.flatMap((each) =>
      "commands" in each ? each.commands.map(({ spec }) => `${each.name} ${spec.name}`) : [each.spec.name],
    );
    const listed = new Set(rows.flatMap(({ commands }) => commands));
    expect(names.filter((name) => !listed.has(name))).toEqual([]);
    const extra = [...listed].filter((name) => !names.includes(name.replace(/ (?:--\w+|NAME)$/, "")));
    expect(extra).toEqual([]);
  });

  it.each(rows.filter(({ entry }) => entry !== undefined))(
    "names functions that there are: $functions",
    ({ functions, entry = "" }) => {
      const found = codesIn(functions);
      expect(found.length).toBeGreaterThan(0);
      for (const each of found) {
        const [, method] = /^(?:remote|execution)\.(\w+)$/.exec(each) ?? [];
        const report = reportOf(method === undefined ? entry : "@flytekit-ts/remote");
        expect(report).toMatch(
          method === undefined
            ? new RegExp(String.raw`export declare (?:function|const) ${each}\b`)
            : new RegExp(String.raw`^ {4}${method}\b`, "m"),
        );
      }
    },
  );
});
