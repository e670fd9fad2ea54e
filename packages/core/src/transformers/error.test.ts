import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { fromLiteral, inUnion, packed, roundTrip, toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const error = t.error();
const failure = { message: "no space left", failedNodeId: "n1" };

describe("errorTransformer", () => {
  it("keeps the message and the node", () => {
    expect(roundTrip(error, failure)).toEqual(failure);
  });

  it("reads what the backend hands to a failure handler: the error inside a union", () => {
    const literal = inUnion(toLiteral(error, failure), "FlyteError");
    expect(fromLiteral(error, literal)).toEqual(failure);
    expect(fromLiteral(t.optional(error), literal)).toEqual(failure);
  });

  it.each([
    null,
    "x",
    {},
    { message: "x" },
    { message: "x", failedNodeId: 1 },
    { ...failure, more: 1 },
    { message: "\ud800", failedNodeId: "" },
  ])("refuses %j", (value) => {
    expect(refusal(() => toLiteral(error, value))).toMatch(/should be Flyte error/);
  });

  it("has no place in a record", () => {
    expect(refusal(() => t.struct("R", { e: error }))).toBe(
      "TYPE_NOT_IN_RECORD: Field e of record R has the type Flyte error { message, failedNodeId }, which a record cannot hold.",
    );
    expect(refusal(() => t.struct("R", { e: t.list(t.optional(error)) }))).toMatch(/^TYPE_NOT_IN_RECORD/);
    expect(refusal(() => fromLiteral(error, packed("80")))).toMatch(/a MessagePack map/);
  });
});
