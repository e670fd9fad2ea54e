import { runLocal } from "@flytekit-ts/local-exec";
import { compile } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { garden, water } from "./workflows.ts";

describe("garden", () => {
  it("waters each bed", async () => {
    expect(await runLocal(garden, {})).toBe("3 beds took 37.5 litres.");
    expect(await runLocal(garden, { rain: 3 })).toBe("3 beds took 15 litres.");
  });

  it("waters nothing after enough rain", async () => {
    expect(await runLocal(garden, { rain: 5 })).toBe("The rain has watered the garden.");
  });

  it("compiles to what a cluster takes", () => {
    expect(compile(garden).template.nodes).toHaveLength(1);
  });
});

describe("water", () => {
  it("takes less where it has rained", async () => {
    expect(await runLocal(water, { bed: { name: "peas", area: 2 }, rain: 1 })).toBe(8);
  });
});
