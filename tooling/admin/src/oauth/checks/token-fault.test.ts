import { expect, it } from "vitest";
import { newState } from "../oauth-state.js";
import { settingsOf } from "../options.js";
import { accessToken } from "../tokens/access-token.js";
import { callerOf } from "./token-fault.js";

const now = Date.UTC(2026, 0, 1);
const state = newState(settingsOf({ now: () => now }));
const grant = { audience: "http://localhost", scopes: ["all"] };

it("takes a token that is valid, whatever the case of its scheme", () => {
  const token = accessToken(grant, now, 60);
  expect(callerOf(`Bearer ${token}`, state)).toMatchObject({ scp: ["all"], aud: ["http://localhost"] });
  expect(callerOf(`bearer ${token}`, state)).toMatchObject({ user_info: null });
});

it("takes a token for all or for nothing, and none for a part", () => {
  const caller = (scopes: readonly string[]) =>
    callerOf(`Bearer ${accessToken({ ...grant, scopes }, now, 60)}`, state);
  expect(caller([])).toMatchObject({ scp: [] });
  expect(caller(["offline"])).toBe("authenticated user doesn't have required scope");
});

it("refuses every other, with the reason", () => {
  const token = accessToken(grant, now, 60);
  const altered = token.replace(/\.[^.]{8}/, ".eyJhIjox");
  expect(callerOf(undefined, state)).toContain("Request unauthenticated with Bearer");
  expect(callerOf(token, state)).toContain("Bad authorization string");
  expect(callerOf("Bearer nonsense", state)).toContain("invalid number of segments");
  expect(callerOf(`Bearer ${altered}`, state)).toContain("access token err: ");
  expect(callerOf(`Bearer ${token.slice(0, -8)}AAAAAAAA`, state)).toContain("crypto/rsa: verification error");
  expect(callerOf(`Bearer ${accessToken(grant, now - 60_000, 60)}`, state)).toContain("Token is expired");
  expect(callerOf("Bearer a.b.c", state)).toContain("illegal base64 data at input byte 0");
  expect(callerOf("Bearer {}.b.c", state)).toContain("illegal base64 data at input byte 0");
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  expect(callerOf(`Bearer ${part({ alg: "none" })}.${part({})}.`, state)).toContain("'none' signature type");
  expect(callerOf(`Bearer ${part({ alg: "HS256" })}.${part({})}.x`, state)).toContain(
    "key is of invalid type",
  );
  expect(callerOf(`IDToken ${token}`, state)).toContain("issued by a different provider");
});
