import { describe, expect, it } from "vitest";
import { INTEGER, listOf, mapOf, NONE, STRING, type, unionOf } from "../../../test/support/idl-messages.js";
import { omissionOf } from "./omission.js";

describe("omissionOf", () => {
  it.each([
    [unionOf(INTEGER, NONE), "allowed"],
    [unionOf(listOf(INTEGER), NONE), "allowed"],
    [unionOf(NONE), "allowed"],
    [unionOf(INTEGER, mapOf(STRING)), "overlooked"],
    [unionOf(type(undefined)), "overlooked"],
    [unionOf(INTEGER, STRING), "refused"],
    [unionOf(), "refused"],
    [unionOf(unionOf(INTEGER, NONE)), "overlooked"],
    [NONE, "refused"],
    [listOf(NONE), "refused"],
  ] as const)("of %j is %s", (given, omission) => {
    expect(omissionOf(given)).toBe(omission);
  });
});
