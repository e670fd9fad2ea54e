import { describe, expect, it } from "vitest";

import { faultOf, isRefused } from "./fault-of.js";

const answer = (status: number, name: string, message = name): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });

describe("faultOf", () => {
  it.each([
    [answer(404, "NoSuchKey"), "absent"],
    [answer(404, "NotFound"), "absent"],
    [answer(404, "NoSuchBucket"), "final"],
    [answer(404, "NoSuchUpload"), "final"],
    [answer(403, "AccessDenied"), "final"],
    [answer(403, "RequestTimeTooSkewed"), "final"],
    [answer(412, "PreconditionFailed"), "changed"],
    [answer(416, "InvalidRange"), "beyond"],
    [answer(503, "SlowDown"), "passing"],
    [answer(500, "Error", "Please reduce your request rate."), "passing"],
    [answer(400, "Other", "Please reduce your request rate."), "passing"],
    [answer(400, "RequestTimeout"), "passing"],
    [answer(400, "BadDigest"), "passing"],
    // The answer to the end of an upload may begin well, and be an error.
    [answer(200, "InternalError"), "passing"],
    [answer(400, "InvalidArgument"), "final"],
    [Object.assign(new Error("timed out"), { name: "TimeoutError" }), "passing"],
    [Object.assign(new Error("reset"), { code: "ECONNRESET" }), "passing"],
    [new Error("aborted"), "passing"],
    [new Error("socket hang up"), "passing"],
    [new Error("a bug"), "final"],
    ["a text", "final"],
    [undefined, "final"],
  ] as const)("of %s is %s", (error, kind) => {
    expect(faultOf(error).kind).toBe(kind);
  });

  it("says what the store said, and keeps no keys", () => {
    const error = Object.assign(answer(403, "SignatureDoesNotMatch", "It does not match."), {
      AWSAccessKeyId: "AKIAHIDDEN",
      StringToSign: "AWS4-HMAC-SHA256 hidden",
    });
    const fault = faultOf(error);
    expect(fault.problem).toBe("permission is denied (403: SignatureDoesNotMatch: It does not match)");
    expect(JSON.stringify(fault)).not.toMatch(/hidden/i);
  });

  it("waits as long as the store asks", () => {
    const busy = Object.assign(answer(503, "SlowDown"), { $response: { headers: { "retry-after": "7" } } });
    expect(faultOf(busy).retryAfter).toBe(7000);
  });
});

describe("isRefused", () => {
  it("is so for credentials that are wrong, missing or not enough", () => {
    const missing = Object.assign(new Error("Could not load credentials"), {
      name: "CredentialsProviderError",
    });
    expect([missing, answer(403, "AccessDenied"), answer(401, "Unauthorized")].every(isRefused)).toBe(true);
    expect([answer(404, "NoSuchKey"), answer(503, "SlowDown"), new Error("x"), null].some(isRefused)).toBe(
      false,
    );
  });
});
