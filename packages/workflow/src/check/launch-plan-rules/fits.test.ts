import type { LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { listOf, typeOf } from "../../../test/support/sound-messages.js";
import { fits } from "./fits.js";

describe("fits", () => {
  it("is what the backend casts", () => {
    expect(fits(typeOf(["a"]), typeOf("STRING"))).toBe(true);
    expect(fits(typeOf("INTEGER"), typeOf("FLOAT"))).toBe(false);
  });

  it("is nothing for half a type", () => {
    const half = { type: { $case: "unionType", value: undefined } } as unknown as LiteralType;
    expect([fits(half, typeOf("INTEGER")), fits(typeOf("INTEGER"), half)]).toEqual([false, false]);
    expect([fits(undefined as never, listOf(half)), fits(listOf(half), null as never)]).toEqual([
      false,
      false,
    ]);
  });
});
