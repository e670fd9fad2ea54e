import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { executeTask, functionTask, testContext } from "@flytekit-ts/core/tasks";
import { describe, expect, it } from "vitest";
import { dataset } from "../src/entries/index.js";

const ids = dataset({ columns: { id: t.int() } });
const both = { first: ids, all: t.map(t.list(ids)) };

async function refused(
  give: () => unknown,
): Promise<Error & { readonly text: string; readonly hint: string | undefined }> {
  const make = functionTask({ name: "make", outputs: both }, give as never, { callee: functionTask });
  const run = Promise.resolve(executeTask(make as never, new Map(), testContext()));
  const error: unknown = await run.catch((reason: unknown) => reason);
  if (!isFlytekitError(error)) throw new TypeError("nothing was refused", { cause: error });
  return error;
}

function* rows(...found: unknown[]): Generator {
  for (const row of found) {
    if (row instanceof Error) throw row;
    yield row;
  }
}

async function* later(...found: unknown[]): AsyncGenerator {
  for (const row of rows(...found)) yield await Promise.resolve(row);
}

describe("rows that are given", () => {
  it.each([rows, later])("are refused if they were given for another dataset: %#", async (make) => {
    const given = make({ id: 1 });
    const error = await refused(() => ({ first: given, all: { k: [[], given] } }));
    expect(error.text).toContain("the rows were given for another dataset before");
    expect(error.text).toMatch(/(?:first|all\.k\[1\]) could not be stored/);
    expect(error.hint).toContain("a generator of its own");
  });

  it("may be an array that is given twice", async () => {
    const given = [{ id: 1 }];
    await expect(refused(() => ({ first: given, all: { k: [given] } }))).rejects.toThrow(
      "nothing was refused",
    );
  });

  it.each([rows, later])("say that it is they that failed, and where: %#", async (make) => {
    const error = await refused(() => ({
      first: [],
      all: { k: [[], make({ id: 1 }, new Error("midway."))] },
    }));
    expect(error.text).toContain("all.k[1] could not be stored: the rows that were given failed: midway.");
  });

  it("say where a row is wrong, of all that a task returns", async () => {
    const error = await refused(() => ({ first: [], all: { k: [[], [{ id: 2.5 }]] } }));
    expect(error.text).toContain(
      "all.k[1] could not be stored: In the rows to write, rows[0].id should be integer, but was the number 2.5.",
    );
    expect(error.hint).toContain("Math.round");
  });

  it("say where a path leads to nothing", async () => {
    const error = await refused(() => ({ first: "no/such/table", all: {} }));
    expect(error.text).toContain("first could not be stored: There is no dataset at ");
    expect(error.hint).toContain("Check the path");
  });
});

describe("the error of a declaration", () => {
  it("points at the author's line", () => {
    const declare = (): unknown => dataset({ columns: { file: t.file() } });
    expect(declare).toThrow(/at .*given-rows\.test\.ts:/);
  });
});
