import { Sort_Direction } from "@flytekit-ts/models/admin";
import { status } from "@grpc/grpc-js";
import { describe, expect, it } from "vitest";
import { Refusal } from "../serving/refusal.js";
import { listRows, type ListRequest } from "./list-rows.js";

interface Version {
  readonly version: string;
  readonly state: number;
  readonly type?: string;
}

const versions: readonly Version[] = [
  { version: "v1", state: 0, type: "python" },
  { version: "v2", state: 1 },
  { version: "v10", state: 1, type: "a_b" },
];

function list(request: Partial<ListRequest>) {
  const source = {
    entity: "launchPlan",
    rows: versions,
    columns: (row: Version) => ({ version: row.version, state: row.state, schedule_type: row.type }),
    joined: { workflow: (row: Version) => [{ name: `of ${row.version}` }] },
  } as const;
  return listRows(source, { limit: 10, token: "", filters: "", sortBy: undefined, ...request }, "ListThings");
}

const found = (filters: string) => list({ filters }).rows.map(({ version }) => version);

describe("listRows", () => {
  it.each([
    ["eq(version,v1)", ["v1"]],
    ["ne(version,v1)", ["v2", "v10"]],
    ["gt(version,v10)", ["v2"]],
    ["lte(version,v10)", ["v1", "v10"]],
    ["contains(version,1)", ["v1", "v10"]],
    ["contains(schedule_type,_b)", ["v10"]],
    ["not_like(version,%0)", ["v1", "v2"]],
    ["value_in(version,v1;v2)", ["v1", "v2"]],
    ["value_not_in(version,v1;v2)", ["v10"]],
    ["eq(state,1)+ne(version,v2)", ["v10"]],
    ["eq(version, v1)", ["v1"]],
    ["eq(workflow.name,of v2)", ["v2"]],
    // What is absent fits no condition, not even that it is another.
    ["ne(schedule_type,python)", ["v10"]],
  ])("filters by %s", (filters, wanted) => expect(found(filters)).toEqual(wanted));

  it.each([
    ["eq(version)", "invalid value for filters"],
    ["eq(colour,x)", "'l.colour' is invalid filter"],
    ["eq(task.name,x)", "'t' entity is not allowed in filters"],
    ["is(version,x)", "unrecognized filter function: is"],
    ["eq(version,v1)+", "invalid value for filters"],
  ])("refuses %s", (filters, message) =>
    expect(refusal({ filters })).toEqual([status.INVALID_ARGUMENT, message]),
  );

  it.each([
    ["eq(state,ACTIVE)", 'invalid input syntax for type integer: "ACTIVE"'],
    ["eq(state,99999999999)", 'value "99999999999" is out of range for type integer'],
    ["gt(created_at,soon)", 'invalid input syntax for type timestamp with time zone: "soon"'],
    ["contains(state,1)", "operator does not exist: integer ~~ unknown"],
    ["eq(version,v1;v2)", "operator does not exist: text = record"],
  ])("lets the database refuse %s", (filters, problem) =>
    expect(refusal({ filters })).toEqual([status.UNKNOWN, `failed database operation with ${problem}`]),
  );

  it("gives pages with a token for the next one, if a page is full", () => {
    const sortBy = { key: "version", direction: Sort_Direction.ASCENDING };
    const first = list({ limit: 2, sortBy });
    expect([first.rows.map(({ version }) => version), first.token]).toEqual([["v1", "v10"], "2"]);
    const second = list({ limit: 2, sortBy, token: first.token });
    expect([second.rows.map(({ version }) => version), second.token]).toEqual([["v2"], ""]);
  });

  it("puts what is absent at the end, or first in descending order", () => {
    const key = "schedule_type";
    const order = (direction: Sort_Direction) =>
      list({ sortBy: { key, direction } }).rows.map((row) => row.type);
    expect(order(Sort_Direction.ASCENDING)).toEqual(["a_b", "python", undefined]);
    expect(order(Sort_Direction.DESCENDING)).toEqual([undefined, "python", "a_b"]);
  });

  it("refuses other orders and tokens", () => {
    expect(refusal({ sortBy: { key: "colour", direction: 0 } })[1]).toBe("invalid sort key 'colour'");
    expect(refusal({ token: "-1" })[1]).toBe("invalid pagination token -1 for ListThings");
  });
});

function refusal(request: Partial<ListRequest>): readonly [number, string] {
  try {
    list(request);
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.message];
  }
  return [status.OK, ""];
}
