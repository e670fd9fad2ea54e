import { describe, expect, it } from "vitest";
import { Arrivals } from "./arrivals.js";

const nothing = new Map();

async function state(promise: Promise<boolean>): Promise<boolean | "waiting"> {
  const soon = new Promise<"waiting">((resolve) => setImmediate(() => resolve("waiting")));
  return Promise.race([promise, soon]);
}

describe("Arrivals", () => {
  it("has the inputs of the graph from the beginning", async () => {
    const arrivals = new Arrivals(nothing);
    expect(arrivals.outputsOf("")).toBe(nothing);
    expect(await state(arrivals.haveArrived([]))).toBe(true);
  });

  it("says that all are there when the last is", async () => {
    const arrivals = new Arrivals(nothing);
    arrivals.add("n0", nothing);
    const all = arrivals.haveArrived(["n0", "n1", "n2"]);
    expect(await state(all)).toBe("waiting");
    arrivals.add("n2", nothing);
    expect(await state(all)).toBe("waiting");
    arrivals.add("n1", nothing);
    expect(await state(all)).toBe(true);
    expect(await state(arrivals.haveArrived(["n1", "n2"]))).toBe(true);
  });

  it("says that they will not come with the first that is lost, before or after the question", async () => {
    const arrivals = new Arrivals(nothing);
    const both = arrivals.haveArrived(["n0", "n1"]);
    const other = arrivals.haveArrived(["n2"]);
    arrivals.lose("n1");
    expect(await state(both)).toBe(false);
    arrivals.add("n0", nothing);
    expect(await state(arrivals.haveArrived(["n0", "n1", "n3"]))).toBe(false);
    expect(await state(other)).toBe("waiting");
  });
});
