import { describe, expect, it } from "vitest";
import { renameRows } from "./change/rename.js";
import { shuffle } from "./change/shuffle.js";
import { replay, type RowResult } from "./replay/replay.js";
import { type AdminRow, type GrpcRow, readAdminRows } from "./rows/admin-row.js";
import { settingsOf } from "./server/settings-of.js";
import { type Asked, startStandIn } from "./server/start-stand-in.js";

const path = (name: string) => new URL(`../../data/admin/${name}`, import.meta.url).pathname;
const calls = rowsOf("transcripts.jsonl");
const authCalls = rowsOf("transcripts-auth.jsonl");

describe("the stand-in for flyteadmin", () => {
  it("has calls to answer", () => {
    expect(calls).toHaveLength(469);
    expect(authCalls).toHaveLength(33);
  });

  it("answers every recorded call as flyteadmin did", async () => {
    expect(await differing(calls)).toEqual([]);
  });

  it("answers calls with tokens, and those for them, as flyteadmin did", async () => {
    expect(await differing(authCalls)).toEqual([]);
  });

  it("answers the same calls about other names and another project", async () => {
    const names = new Map([
      ["garden", "forest"],
      ["orchard", "meadow"],
      ["bed-", "plot-"],
      ["flytesnacks", "flytefoods"],
    ]);
    const renamed = renameRows(calls, names);
    expect(JSON.stringify(renamed)).not.toMatch(/garden|orchard|bed-|flytesnacks/);
    expect(await differing(renamed)).toEqual([]);
  });

  it.each([1, 2])("answers them in another order, by the seed %i", async (seed) => {
    const plain = calls.filter((row): row is GrpcRow => row.kind !== "http");
    const shuffled = shuffle(plain, seed);
    expect(shuffled.filter((row, index) => row !== plain[index]).length).toBeGreaterThan(300);
    expect(shuffled.toSorted((one, other) => one.seq - other.seq)).toEqual(plain);
    expect(await differing(shuffled)).toEqual([]);
  });
});

describe("replay", () => {
  it("finds a server that is set up in another way", async () => {
    const server = await startStandIn({ ...settingsOf(calls), bucket: "other" });
    const results = await replayed(calls, server);
    const wrong = results.filter(({ differences }) => differences.length > 0);
    expect(wrong.length).toBeGreaterThan(10);
    expect(wrong.flatMap(({ differences }) => differences.map(({ pointer }) => pointer))).toContain(
      "/nodeExecutions/0/inputUri",
    );
  });

  it("finds a server that forgot what it was told", async () => {
    const forgetful = calls.filter(({ seq }) => seq !== 16 && seq < 80);
    const found = await differing(forgetful);
    expect(found).toContain("24 code");
    expect(found).toContain("25 code");
  });

  it.each([
    ["another code", { seq: 8, code: 3, codeName: "INVALID_ARGUMENT" }, "8 code"],
    ["another message", { seq: 8, message: "project [nowhere] is gone" }, "8 message"],
    [
      "a detail that is not there",
      { seq: 8, details: [{ "@type": "type.googleapis.com/flyteidl.admin.InactiveProject", json: {} }] },
      "8 details/0",
    ],
    ["a detail that is there", { seq: 40, details: [] }, "40 details/0"],
    ["another value", { seq: 7, responseJson: { id: "flytesnacks" } }, "7 /name"],
    ["something that varies and is not there", { seq: 7, varies: ["/createdAt"], responseJson: {} }, "7 /id"],
    ["a method that is not in the IDL", { seq: 1, method: "GetWeather" }, "1 method"],
  ])("finds %s", async (_, { seq, ...change }, found) => {
    const planted = calls
      .filter((row) => row.seq <= 40)
      .map((row) => (row.seq === seq ? { ...row, ...change } : row));
    expect(await differing(planted)).toContain(found);
  });
});

function rowsOf(name: string): readonly AdminRow[] {
  const read = readAdminRows(path(name));
  expect(read).toHaveProperty("rows");
  return "rows" in read ? read.rows : [];
}

async function replayed(rows: readonly AdminRow[], server: Asked): Promise<readonly RowResult[]> {
  try {
    return await replay(rows, server);
  } finally {
    await server.close();
  }
}

/** Which calls are answered in another way, and where: `8 message`. */
async function differing(rows: readonly AdminRow[]): Promise<readonly string[]> {
  const results = await replayed(rows, await startStandIn(settingsOf(rows)));
  expect(results).toHaveLength(rows.length);
  return results.flatMap(({ row, differences }) => differences.map(({ pointer }) => `${row.seq} ${pointer}`));
}
