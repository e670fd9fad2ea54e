import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  toLiteral,
} from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const boolean = t.boolean();

describe("booleanTransformer", () => {
  it.each([true, false])("keeps %s", (value) => {
    expect(roundTrip(boolean, value)).toBe(value);
    expect(roundTripPacked(boolean, value)).toBe(value);
  });

  it.each([0, 1, "true", null, undefined, new Boolean(true)])("refuses %s", (value) => {
    expect(refusal(() => toLiteral(boolean, value))).toMatch(/should be boolean, but was/);
  });

  it("reads no number for a boolean", () => {
    expect(refusal(() => fromLiteral(boolean, packed("01")))).toMatch(/the MessagePack int 1\.$/);
    expect(refusal(() => fromLiteral(boolean, primitive({ $case: "integer", value: 1n })))).toMatch(
      /the integer 1\.$/,
    );
  });
});
