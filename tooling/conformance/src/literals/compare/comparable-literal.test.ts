import { MsgpackWriter } from "@flytekit-ts/core/types";
import { describe, expect, it } from "vitest";
import { comparableLiteral, msgpackOf } from "./comparable-literal.js";

const bytesOf = (text: string): Uint8Array => {
  const writer = new MsgpackWriter();
  writer.string(text);
  return writer.finish();
};
const pickle = (uri: string, format = "PythonPickle") => ({
  scalar: { blob: { uri, metadata: { type: { format } } } },
});

describe("what is compared", () => {
  it.each(["bytes", "values"] as const)("is the moment of a datetime, by %s", (comparing) => {
    const text = (time: string): string => msgpackOf(bytesOf(time), comparing);
    expect(text("2024-01-01T01:01:01.000001+05:30")).toBe(text("2023-12-31T19:31:01.000001+00:00"));
    expect(text("2024-01-01T01:01:01.000001+05:30")).not.toBe(text("2024-01-01T01:01:01.000001+00:00"));
    expect(text("Tea")).not.toBe(text("Tee"));
  });

  it("is not the random name of a pickled value, but that it has one", () => {
    const compared = (literal: ReturnType<typeof pickle>) => comparableLiteral(literal, "bytes");
    expect(compared(pickle("/tmp/a"))).toEqual(compared(pickle("/tmp/b")));
    expect(compared(pickle("/tmp/a"))).not.toEqual(compared(pickle("")));
    expect(compared(pickle("/tmp/a", "csv"))).not.toEqual(compared(pickle("/tmp/b", "csv")));
  });
});
