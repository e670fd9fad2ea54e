import { describe, expect, it } from "vitest";

import { faultOf } from "./fault-of.js";
import { cleaned, wordsOf } from "./service-words.js";
import { statusFault } from "./status-fault.js";

const answer = (statusCode: number, retryAfter?: string) => ({
  statusCode,
  headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
});

describe("statusFault", () => {
  it.each([
    [404, "", "absent"],
    [412, "", "changed"],
    [416, "", "beyond"],
    [408, "", "passing"],
    [429, "", "passing"],
    [503, "", "passing"],
    [403, "", "final"],
    [403, '{"error":{"errors":[{"reason":"userRateLimitExceeded"}]}}', "passing"],
    [400, "", "final"],
    [400, '{"error":{"message":"Provided MD5 hash does not match"}}', "passing"],
    [501, "", "final"],
  ])("of %i with %j is %s", (status, body, kind) => {
    expect(statusFault(answer(status), body, false).kind).toBe(kind);
  });

  it("knows how long the server wants to be left alone", () => {
    expect(statusFault(answer(503, "7"), "", false).retryAfter).toBe(7000);
    expect(statusFault(answer(503, new Date(Date.now() + 60_000).toUTCString()), "", false).retryAfter).toBeGreaterThan(50_000);
    for (const header of [undefined, "0", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"])
      expect(statusFault(answer(503, header), "", false).retryAfter).toBeUndefined();
  });

  it("advises to log in where there were no credentials", () => {
    expect(statusFault(answer(401), "", true).advice).toContain("no credentials were found");
    expect(statusFault(answer(403), "", false).advice).toContain("a role for the bucket");
  });
});

describe("faultOf", () => {
  it.each([
    [{ code: "ECONNRESET" }, "passing", "the connection broke (ECONNRESET)"],
    [{ errors: [{ code: "ECONNREFUSED" }] }, "passing", "the server cannot be reached (ECONNREFUSED)"],
    [{ code: "HPE_INVALID_CONSTANT" }, "passing", "the answer is no HTTP (HPE_INVALID_CONSTANT)"],
    [{ code: "CERT_HAS_EXPIRED", message: "certificate has expired" }, "final", "certificate has expired"],
    [{ response: { status: 400 }, message: "invalid_grant" }, "final", "no token was given for the credentials (400: invalid_grant)"],
    [{ response: { status: 503 }, message: "busy" }, "passing", "no token was given for the credentials (503: busy)"],
  ])("of %j", (error, kind, problem) => {
    expect(faultOf(error, false)).toMatchObject({ kind, problem });
  });
});

describe("wordsOf", () => {
  it.each([
    ['{"error":{"message":"No such bucket."}}', "No such bucket"],
    ['{"error":"invalid_grant"}', "invalid_grant"],
    ["Not Found", "Not Found"],
    ["<html>a proxy's page</html>", ""],
    ["[]", ""],
    ["", ""],
  ])("of %j is %j", (body, words) => {
    expect(wordsOf(body)).toBe(words);
  });

  it("has no tokens", () => {
    expect(cleaned("Bearer ya29.a0Af_b-c and /u?upload_id=ADP&x=1\n\nya29.secret.")).toBe("*** and /u?upload_id=***&x=1 ***");
    expect(cleaned("a".repeat(500))).toHaveLength(203);
  });
});
