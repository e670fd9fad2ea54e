import { expect, it } from "vitest";
import type { AuthParts } from "./flows/auth-parts.js";
import type { Flow } from "./flows/flow.js";
import type { Probe } from "./flows/probe.js";
import { memoryStore } from "../../test/auth/memory-store.js";
import { TokenCredentials } from "./token-credentials.js";

const parts: AuthParts = {
  store: memoryStore(),
  lockFile: "/dev/null/lock",
  browse: async () => false,
  say: () => {},
  now: () => 0,
  wait: async () => {},
  personTime: 0,
  commandTime: 0,
  requestTime: 0,
};

function signedInBy(isRefused: Probe): {
  readonly credentials: TokenCredentials;
  readonly count: () => number;
} {
  let signIns = 0;
  const flow: Flow = {
    header: () => "authorization",
    signIn: async () => {
      signIns += 1;
      return { accessToken: `token-${signIns}` };
    },
  };
  return {
    credentials: new TokenCredentials({ endpoint: "a:1", flow, parts, isRefused }),
    count: () => signIns,
  };
}

it("does not sign in anew where a call failed for another reason, and so is not to be repeated", async () => {
  const asked: unknown[] = [];
  const { credentials, count } = signedInBy(async (headers) => asked.push(headers) < 0);
  expect(await credentials.renew({}, undefined, false)).toBe(true);
  const headers = await credentials.headers(undefined);
  expect(headers).toEqual({ authorization: "Bearer token-1" });
  expect(await credentials.renew(headers, undefined, false)).toBe(false);
  expect([asked, count()]).toEqual([[headers], 1]);
});

it("signs in anew where the token was the reason, or the cluster says so", async () => {
  const { credentials, count } = signedInBy(async () => true);
  await credentials.renew({}, undefined);
  expect(await credentials.renew(await credentials.headers(undefined), undefined, false)).toBe(true);
  expect(await credentials.renew(await credentials.headers(undefined), undefined, true)).toBe(true);
  expect(count()).toBe(3);
});

it("takes what somebody else has renewed since", async () => {
  const { credentials, count } = signedInBy(async () => true);
  await credentials.renew({}, undefined);
  expect(await credentials.renew({}, undefined)).toBe(true);
  expect(await credentials.renew({ authorization: "Bearer older" }, undefined)).toBe(true);
  expect(count()).toBe(1);
});
