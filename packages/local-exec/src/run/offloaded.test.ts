import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literalOf } from "@flytekit-ts/core/literals";
import { createType, resolveType } from "@flytekit-ts/core/types";
import { Literal } from "@flytekit-ts/models/core";
import { conditional, dynamic, mapTask, t, task, type TypeLike, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf } from "../../test/support/runs.js";
import { runLocal } from "../entries/index.js";

const folder = mkdtempSync(join(tmpdir(), "offloaded-"));
let written = 0;

/** The same type, whose literals are stored separately, as propeller stores large ones. */
function apart<X extends TypeLike>(type: X, cut = 0): X {
  const { transformer } = resolveType(type, "the test");
  return createType({
    transformer: {
      ...transformer,
      toLiteral(value) {
        const bytes = Literal.encode(transformer.toLiteral(value)).finish();
        const uri = join(folder, `${(written += 1)}.pb`);
        writeFileSync(uri, bytes.subarray(cut));
        const sizeBytes = BigInt(bytes.length);
        return literalOf({ $case: "offloadedMetadata", value: { uri, sizeBytes, inferredType: undefined } });
      },
    },
  }) as unknown as X;
}

const Row = t.struct("Row", { n: t.int(), names: t.list(t.string()) });
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const upper = task({ name: "upper", inputs: { s: t.string() }, output: t.string() }, ({ s }) =>
  s.toUpperCase(),
);
const row = task({ name: "row", output: apart(Row) }, () => ({ n: 5, names: ["a", "b"] }));
const rows = task({ name: "rows", output: apart(t.list(apart(Row))) }, () => [
  { n: 1, names: [] },
  { n: 2, names: ["c"] },
]);
const ints = task({ name: "ints", output: apart(t.list(t.int())) }, () => [1, 2, 3]);
const five = task({ name: "five", output: apart(t.int()) }, () => 5);

describe("literals that are stored separately", () => {
  it("are fetched where a task takes them, at any depth, and as the result", async () => {
    const sum = task(
      { name: "sum", inputs: { rows: t.list(Row), x: t.int() }, output: apart(t.int()) },
      ({ rows: given, x }) => given.reduce((total, { n }) => total + n, x),
    );
    const all = workflow({ name: "all", outputs: { sum: t.int(), row: Row } }, () => ({
      sum: sum({ rows: rows(), x: five() }),
      row: row(),
    }));
    expect(await runLocal(all)).toEqual({ sum: 8, row: { n: 5, names: ["a", "b"] } });
  });

  it("are fetched on the way of an attribute path", async () => {
    const parts = workflow(
      { name: "parts", outputs: { n: t.int(), name: t.string(), second: t.int(), list: t.list(t.string()) } },
      () => {
        const [one, many] = [row(), rows()];
        return {
          n: inc({ x: one.n }),
          name: upper({ s: one.names.at(1) }),
          second: many.at(1).n,
          list: many.at(1).names,
        };
      },
    );
    expect(await runLocal(parts)).toEqual({ n: 6, name: "B", second: 2, list: ["c"] });
  });

  it("are fetched where a map, a conditional and a dynamic look at them", async () => {
    const twice = dynamic({ name: "twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      inc({ x: x * 2 }),
    );
    const looked = workflow(
      {
        name: "looked",
        inputs: { limit: t.int() },
        outputs: { map: t.list(t.int()), arm: t.int(), made: t.int() },
      },
      ({ limit }) => {
        const x = five();
        const arm = conditional("size")
          .if(x.gt(limit), () => inc({ x }))
          .else(() => inc({ x: 0 }));
        return { map: mapTask(inc)({ x: ints() }), arm, made: twice({ x }) };
      },
    );
    expect(await runLocal(looked, { limit: 3 })).toEqual({ map: [2, 3, 4], arm: 6, made: 11 });
  });

  it("are refused if they are not whole, where they are needed", async () => {
    const cut = task({ name: "cut", output: apart(Row, 1) }, () => ({ n: 5, names: [] }));
    const part = workflow({ name: "part", output: t.int() }, () => inc({ x: cut().n }));
    const error = await failureOf(runLocal(part));
    expect(error).toMatchObject({ code: "LITERAL_NOT_FETCHED", params: { path: "o0" } });
    expect(error.text).toMatch(
      /^o0 is stored separately, at .*\.pb, and it has only \d+ of the \d+ bytes that were written\.$/,
    );
    const take = task({ name: "take", inputs: { row: Row } }, () => {});
    const whole = workflow({ name: "whole" }, () => void take({ row: cut() }));
    expect(await failureOf(runLocal(whole))).toMatchObject({
      code: "TASK_INPUTS_INVALID",
      cause: { code: "LITERAL_NOT_FETCHED", params: { path: "row" } },
    });
  });
});
