import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { toldHere } from "./here.js";
import { type ObjectRow, rowsOf } from "./json-page.js";
import { toldThere } from "./there.js";
import type { Told } from "./told.js";

const PAGE = readFileSync(new URL("../../../../docs/guide/command-line-json.md", import.meta.url), "utf8");
const [OBJECTS = "", PARTS = ""] = PAGE.split("## Objects in them");
const rows = rowsOf(OBJECTS);
const parts = rowsOf(PARTS);

/** What nothing here prints, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "check: problem.backendCode": "only messages that no code of an author makes have one",
  "check: problem.input": "the same",
  "execution logs: log.item": "the cluster of the tests gives no links for items",
  "execution watch, run --remote: node.deck": "its tasks are functions, which make no deck",
  "fetch: links.expiresAt": "it needs an object store; the tests of remote have one",
  "fetch: links.links": "the same",
  "fetch: links.uri": "the same",
};

/** The row for an object; for errors, which every command prints, there is one. */
function rowFor({ command, object }: Told): ObjectRow | undefined {
  const { kind: given } = object;
  const kind = typeof given === "string" ? given : "none";
  const names = kind === "error" ? ["all"] : [command];
  // Events are listed once.
  if (command === "runs show" && kind !== "run") names.push("run");
  return rows.find(
    ({ commands, kinds }) => kinds.includes(kind) && commands.some((each) => names.includes(each)),
  );
}

const nameOf = ({ commands, kinds }: ObjectRow, member: string): string =>
  `${commands.join(", ")}: ${kinds.join(", ")}.${member}`;

/** Pairs of a row and an object, each member of which is in the row and the other way round. */
function differences(pairs: readonly (readonly [ObjectRow, object])[], of: readonly ObjectRow[]) {
  const printed = new Map(of.map((row) => [row, new Set<string>()]));
  for (const [row, object] of pairs) for (const member of Object.keys(object)) printed.get(row)?.add(member);
  const all = [...printed];
  return {
    missing: all.flatMap(([row, found]) =>
      [...found].filter((member) => !row.members.includes(member)).map((member) => nameOf(row, member)),
    ),
    unseen: all.flatMap(([row, found]) =>
      row.members.filter((member) => !found.has(member)).map((member) => nameOf(row, member)),
    ),
  };
}

describe("the page of what --json prints", () => {
  let told: readonly Told[];
  beforeAll(async () => {
    told = [...(await toldHere()), ...(await toldThere())];
  }, 300_000);

  it("has each object that is printed", () => {
    const unknown = told.filter((each) => rowFor(each) === undefined);
    expect(
      unknown.map(({ command, object }) => `${command}: ${JSON.stringify(object).slice(0, 100)}`),
    ).toEqual([]);
  });

  it("has each member of them, and no other", () => {
    const pairs = told.flatMap((each) => {
      const row = rowFor(each);
      const { kind: _kind, ...members } = each.object;
      return row === undefined ? [] : [[row, members] as const];
    });
    const { missing, unseen } = differences(pairs, rows);
    expect(missing).toEqual([]);
    expect(unseen.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted());
  });

  it("has each member of the objects in them, and no other", () => {
    const pairs = told.flatMap(({ command, object }) => {
      const of = [command, ...(object["kind"] === "error" ? ["error"] : [])];
      return inside(object).flatMap(([path, part]) =>
        parts
          .filter(
            ({ commands, kinds }) =>
              kinds.includes(path) && commands.some((each) => each === "all" || of.includes(each)),
          )
          .map((row) => [row, part] as const),
      );
    });
    const { missing, unseen } = differences(pairs, parts);
    // The cluster of the tests does not say its version.
    expect({ missing, unseen }).toEqual({ missing: [], unseen: ["info: versions.server"] });
  });
});

/** The objects in an object, in lists too, with the names of the members that lead there. */
function inside(object: object, above = ""): readonly (readonly [string, object])[] {
  return Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
    const path = `${above}${name}`;
    const found = (Array.isArray(value) ? value : [value]).filter(
      (each): each is object => typeof each === "object" && each !== null,
    );
    return found.flatMap((each) => [[path, each] as const, ...inside(each, `${path}.`)]);
  });
}
