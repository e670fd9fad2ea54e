import type { Callable, OutSpec, Shape } from "@flytekit-ts/core";
import { readReference, type TwinName, twins } from "@flytekit-ts/workflow/test/golden";
import { describe, expect, it } from "vitest";
import { runLocal } from "../src/index.js";

// The twins have different types; a recorded run gives its inputs and outputs as data.
type Any = Callable<Shape, OutSpec>;

describe("the local runs of flytekit", () => {
  for (const name of Object.keys(twins) as TwinName[]) {
    const { local } = readReference(name);
    it.each(local.map((run, index) => [index, run] as const))(
      `${name} gives the same outputs (run %i)`,
      async (_, run) => {
        const outputs = await runLocal(twins[name] as unknown as Any, run.inputs);
        // flytekit's JSON has null where a workflow gives nothing.
        expect(outputs ?? null).toEqual(run.outputs);
      },
    );
  }

  it("has a recorded run of every case", () => {
    expect(Object.keys(twins).filter((name) => readReference(name as TwinName).local.length === 0)).toEqual(
      [],
    );
  });
});
