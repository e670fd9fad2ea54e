import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ContainerRow } from "../rows/container-row.js";
import { readContainerRows } from "../rows/read-container-rows.js";
import { KNOWN_DIFFERENCES } from "./known-differences.js";

const rows = ["container-runs.jsonl", "container-runs-more.jsonl"].flatMap((name) => {
  const read = readContainerRows(fileURLToPath(new URL(`../../../data/python/${name}`, import.meta.url)));
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
});

function rowOf(id: string): ContainerRow {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

const noInputs = { inputs: null };
const outOf = (id: string): Partial<ContainerRow> => ({ out: rowOf(id).out });
const ownCommand = ({ taskTemplate }: ContainerRow): Partial<ContainerRow> => ({
  argv: taskTemplate.json.container?.args ?? [],
});

/** Of each rule: a row that it is about, and a change with which it says nothing of the row. */
const planted: readonly [string, string, (row: ContainerRow) => Partial<ContainerRow>][] = [
  ["integer too large", "int-overflow", () => ({ stderr: "crash AttributeError" })],
  ["integer too large", "return-too-big", () => ({ exitCode: 3 })],
  ["integer too large", "int-overflow", ({ argv }) => ({ argv: argv.slice(0, -1) })],
  ["fraction for an integer", "int-from-float", () => noInputs],
  ["packed integer for a float", "float-from-msgpack-int", () => noInputs],
  ["integer for a duration", "three-times-int", () => noInputs],
  ["whole number in a Struct", "any-dict-struct", () => noInputs],
  ["nanoseconds kept", "datetime-nanos", () => ({ inputs: rowOf("datetime-last").inputs })],
  ["offsets dropped", "datetime-msgpack", () => noInputs],
  ["duration too long", "far", () => outOf("duration-ten-thousand-years")],
  ["absent optional", "optional-missing", () => ({ inputs: rowOf("optional-none").inputs })],
  ["absent optional", "optional-missing", () => outOf("int-from-string")],
  ["untagged variant", "union-no-tag", () => ({ inputs: rowOf("union-str").inputs })],
  ["bare variant", "union-bare-int", () => ({ inputs: rowOf("union-str").inputs })],
  ["union for a plain type", "int-from-union", () => ({ inputs: rowOf("int-max").inputs })],
  ["file URIs", "file-uri", () => ({ files: {} })],
  ["read when asked", "file-absent", () => ({ files: { "gone.bin": "" } })],
  ["read when asked", "file-absent", () => outOf("raises")],
  ["places of our own", "file-remote-path", () => outOf("file-written")],
  ["names as they are", "quoted-name", () => ({ raw: [] })],
  ["one copy", "new-remote", ({ raw }) => ({ raw: raw.slice(0, 1) })],
  ["empty outputs", "empty-for-two", () => outOf("outputs-two")],
  ["unchecked record", "text-in-record", () => outOf("move")],
  ["defaults filled", "dict-for-record", () => outOf("none-for-text")],
  ["choices checked", "side-neither", () => ({ ...outOf("side"), inputs: rowOf("side").inputs })],
  ["packed list of a map", "squares-msgpack-list", () => noInputs],
  ["extra input of a map", "squares-extra", () => ({ inputs: rowOf("squares-0").inputs })],
  ["default in a map", "adds-default", () => ({ does: "def add(a: int, b: int) -> int:" })],
  ["default resolver", "no-resolver", ownCommand],
  ["no resolver", "no-resolver-object", ownCommand],
  ["sub-workflows numbered", "dynamic-nested", () => outOf("dynamic-loop")],
  ["assertion in a dynamic", "dyn-missing-argument", () => outOf("dyn-unknown-argument")],
];

describe("rules of intended differences", () => {
  it("each have a row that they are about, and one that they say nothing of", () => {
    expect(new Set(planted.map(([name]) => name))).toEqual(
      new Set(KNOWN_DIFFERENCES.map(({ name }) => name)),
    );
  });

  it.each(planted)("%s: %s", (name, id, change) => {
    const rule = KNOWN_DIFFERENCES.find((each) => each.name === name);
    const row = rowOf(id);
    expect(rule?.instead(row)).toBeDefined();
    expect(rule?.instead({ ...row, ...change(row) })).toBeUndefined();
  });
});
