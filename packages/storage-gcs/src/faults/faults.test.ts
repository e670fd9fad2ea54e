import { describe, expect, it } from "vitest";

import { faultOf } from "./fault-of.js";
import { wordsOf } from "./service-words.js";
import { statusFault } from "./status-fault.js";

const answer = (statusCode: number) => ({ statusCode, headers: {} });

describe("statusFault", () => {
  it.each([
    [403, "", "final"],
    [403, '{"error":{"errors":[{"reason":"userRateLimitExceeded"}]}}', "passing"],
    [400, "", "final"],
    [400, '{"error":{"message":"Provided MD5 hash does not match"}}', "passing"],
    [501, "", "final"],
  ])("of %i with %j is %s", (status, body, kind) => {
    expect(statusFault(answer(status), body, false).kind).toBe(kind);
  });

  it("advises to log in where there were no credentials", () => {
    expect(statusFault(answer(401), "", true).advice).toContain("no credentials were found");
    expect(statusFault(answer(403), "", false).advice).toContain("a role for the bucket");
  });
});

describe("faultOf", () => {
  it.each([
    [{ code: "ECONNRESET" }, "passing", "the connection broke (ECONNRESET)"],
    [{ code: "CERT_HAS_EXPIRED", message: "certificate has expired" }, "final", "certificate has expired"],
    [
      { response: { status: 400 }, message: "invalid_grant" },
      "final",
      "no token was given for the credentials (400: invalid_grant)",
    ],
    [
      { response: { status: 503 }, message: "busy" },
      "passing",
      "no token was given for the credentials (503: busy)",
    ],
  ])("of %j", (error, kind, problem) => {
    expect(faultOf(error)).toMatchObject({ kind, problem });
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
});
