import * as idl from "@flytekit-ts/models/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import { decodeMessage } from "./decode-message.js";

const whole = idl.Literal.encode(toLiteral(t.list(t.string()), ["a", "b"])).finish();

describe("decodeMessage", () => {
  it("decodes", () => {
    expect(decodeMessage("Literal", idl.Literal, whole)).toEqual(toLiteral(t.list(t.string()), ["a", "b"]));
  });

  it("has one code for bytes that are cut off, and keeps what the decoder said", () => {
    const error = caught(() =>
      decodeMessage("flyteidl.core.Literal", idl.Literal, whole.subarray(0, whole.length - 1)),
    );
    expect(error.code).toBe("IDL_MALFORMED");
    expect(error.text).toMatch(/^The \d+ bytes given as flyteidl\.core\.Literal are malformed: ./);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("refuses nesting without end", () => {
    let bytes: Uint8Array = new Uint8Array();
    for (let i = 0; i < 200; i += 1) bytes = inList(bytes);
    expect(refusal(() => decodeMessage("Literal", idl.Literal, bytes))).toMatch(/^IDL_MALFORMED/);
  });

  it("gives a message or IDL_MALFORMED for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeMessage("Literal", idl.Literal, bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: "IDL_MALFORMED" });
        }
      }),
    );
  });
});

// By hand: our own encoder would refuse it. The tags are those of Literal.collection and of its members.
function inList(inner: Uint8Array): Uint8Array {
  const field = (tag: number, bytes: Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.from([tag]), varint(bytes.length), bytes]);
  return field(0x12, field(0x0a, inner));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}
