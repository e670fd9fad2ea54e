import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { fromLiteral, packed, roundTrip, roundTripPacked, toLiteral } from "../../test/support/convert.js";
import { t } from "../makers/t.js";

const none = t.none();

describe("noneTransformer", () => {
  it.each([undefined, null])("takes %s and gives undefined", (value) => {
    expect(roundTrip(none, value)).toBeUndefined();
    expect(roundTripPacked(none, value)).toBeUndefined();
  });

  it.each([0, "", false, {}])("refuses %j", (value) => {
    expect(refusal(() => toLiteral(none, value))).toMatch(/should be none, but was/);
  });

  it("reads nil only", () => {
    expect(fromLiteral(none, packed("c0"))).toBeUndefined();
    expect(refusal(() => fromLiteral(none, packed("c2")))).toMatch(
      /should be none, but was a MessagePack boolean/,
    );
  });
});
