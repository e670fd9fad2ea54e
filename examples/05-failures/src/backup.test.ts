import { type RunEvent, startLocal } from "@flytekit-ts/local-exec";
import { NonRecoverableError, testContext } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { copy, copyTable, diary, nightly } from "./backup.js";

beforeEach(() => void diary.splice(0));

async function failuresOf(events: AsyncIterable<RunEvent>) {
  const failures: unknown[] = [];
  for await (const event of events) {
    if (event.kind === "node-failed") failures.push([event.node, event.attempt, event.retrying]);
  }
  return failures;
}

describe("copyTable", () => {
  it("copies a table, unless the connection is lost or there is none", () => {
    const { fn } = copyTable;
    const folder = "/backups/x";
    expect(fn({ table: "customers", folder }, testContext())).toBe(9000);
    expect(() => fn({ table: "orders", folder }, testContext())).toThrow("connection reset");
    expect(fn({ table: "orders", folder }, testContext({ attempt: 2 }))).toBe(6000);
    expect(() => fn({ table: "archive", folder }, testContext())).toThrow(NonRecoverableError);
  });
});

describe("a night on which the connection is lost", () => {
  it("has a backup, for the copy is tried again", async () => {
    const run = startLocal(nightly, { night: "monday", tables: ["customers", "orders"] });
    expect(await failuresOf(run.events())).toEqual([
      ["n0/n1/n1", 0, true],
      ["n0/n1/n1", 1, true],
    ]);
    expect(await run.result).toEqual({ backup: "/backups/monday (15000 rows)", logs: 14 });
    expect(diary).not.toContainEqual(expect.stringContaining("discarded"));
  });
});

describe("a night on which a table is missing", () => {
  const inputs = { night: "tuesday", tables: ["customers", "archive"] };

  it("fails at the first attempt, and with it the workflows around the copy", async () => {
    const run = startLocal(nightly, inputs);
    expect(await failuresOf(run.events())).toEqual([
      ["n0/n1/n1", 0, false],
      ["n0/n1", 0, false],
      ["n0", 0, false],
    ]);
    await expect(run.result).rejects.toMatchObject({ code: "MAP_FAILED" });
  });

  it("is cleaned up, and its logs are rotated, before anybody is paged", async () => {
    await expect(startLocal(nightly, inputs).result).rejects.toThrow("there is no table archive");
    expect(diary.at(-1)).toBe("paged somebody about tuesday: [1]: there is no table archive");
    expect(new Set(diary.slice(0, -1))).toEqual(
      new Set([
        "copied customers to /backups/tuesday",
        "discarded /backups/tuesday: [1]: there is no table archive",
        "rotated the logs of tuesday",
      ]),
    );
  });

  it("has its own handler only, where it runs alone", async () => {
    await expect(startLocal(copy, inputs).result).rejects.toThrow("there is no table archive");
    expect(diary.at(-1)).toBe("discarded /backups/tuesday: [1]: there is no table archive");
  });
});
