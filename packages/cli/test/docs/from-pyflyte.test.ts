import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { globalOptions } from "../../src/command/global-options.js";
import type { CommandSpec } from "../../src/command/command-spec.js";
import { registry } from "../../src/program/registry.js";

/** The options of each command of pyflyte 1.16.31, with their other spellings. */
const theirs = JSON.parse(
  readFileSync(join(import.meta.dirname, "pyflyte-options.json"), "utf8"),
) as Readonly<Record<string, readonly (readonly string[])[]>>;

const page = readFileSync(join(import.meta.dirname, "../../../../docs/guide/from-pyflyte.md"), "utf8");

const ours = new Map<string, CommandSpec>(
  registry.flatMap((entry) =>
    "commands" in entry
      ? entry.commands.map(({ spec }) => [`${entry.name} ${spec.name}`, spec] as const)
      : [[entry.spec.name, entry.spec] as const],
  ),
);

/** What a command of theirs is here, where that has another name. */
const RENAMED: Readonly<Record<string, string>> = {
  execution: "execution recover",
  launchplan: "launchplan activate",
  "get launchplan": "get launchplans",
  "serve agent": "serve connector",
  "serialize workflows": "serialize",
  "serialize fast workflows": "serialize",
};

/** The part of the page that a command is in. */
function partFor(command: string): string {
  const [first = ""] = command.split(" ");
  const parts = page.split(/^## /m).slice(1);
  const titles: Readonly<Record<string, RegExp>> = {
    run: /^run\n/,
    register: /^register/,
    package: /^register/,
    build: /^build/,
    serialize: /^build/,
    backfill: /^backfill/,
  };
  const title = titles[first] ?? (/^(?:serve|init|local-cache)$/.test(first) ? /^serve/ : /^Executions/);
  return parts.find((part) => title.test(part)) ?? "";
}

const rows = Object.entries(theirs).flatMap(([command, options]) =>
  options.map((names) => [command, names] as const),
);

describe("every option of pyflyte", () => {
  it.each(rows)("%s %j is here, or the page says what is", (command, names) => {
    const spec = ours.get(RENAMED[command] ?? command);
    const known = { ...globalOptions, ...spec?.options };
    const isHere = names.every((name) => {
      const bare = name.slice(2);
      const negated = bare.startsWith("no-") ? bare.slice(3) : undefined;
      return Object.hasOwn(known, bare) || (negated !== undefined && Object.hasOwn(known, negated));
    });
    const part = partFor(command);
    const isExplained = names.some((name) => part.includes(name));
    const isBuilt = command === "build" && part.includes("the options of `run`");
    expect({ isHere, isExplained, isBuilt }).not.toEqual({
      isHere: false,
      isExplained: false,
      isBuilt: false,
    });
  });

  it("and only those are explained that are not here", () => {
    const cells = [...page.matchAll(/^\|[^|]*\|([^|]*)\|$/gm)].map(([, cell = ""]) => cell);
    const all = new Set(Object.values(theirs).flat(2));
    const named = cells.flatMap((cell) => cell.match(/--[a-z][a-z_-]*/g) ?? []);
    expect(named.filter((name) => !all.has(name))).toEqual([]);
  });
});
