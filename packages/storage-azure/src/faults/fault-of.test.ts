import { describe, expect, it } from "vitest";

import { faultOf } from "./fault-of.js";

const restError = (statusCode: number, code: string, message = "no", headers = {}) => ({
  name: "RestError",
  statusCode,
  code,
  message: `${message}\nRequestId:1\nTime:2026`,
  response: { headers: new Headers(headers) },
});

describe("faultOf", () => {
  it.each([
    [restError(404, "BlobNotFound"), "absent"],
    [restError(412, "ConditionNotMet"), "changed"],
    [restError(416, "InvalidRange"), "beyond"],
    [restError(503, "ServerBusy"), "passing"],
    [restError(500, "InternalError"), "passing"],
    [restError(400, "Md5Mismatch", "The MD5 value does not match"), "passing"],
    [restError(400, "InvalidBlockList"), "final"],
    [restError(403, "AuthenticationFailed"), "final"],
    [restError(409, "SnapshotsPresent"), "final"],
    [{ name: "AbortError", message: "The operation was aborted." }, "passing"],
    [{ name: "RestError", code: "REQUEST_SEND_ERROR", message: "socket hang up" }, "passing"],
    [{ name: "RestError", code: "ECONNRESET", message: "x" }, "passing"],
    [{ name: "AuthenticationError", statusCode: 503, message: "busy" }, "passing"],
    [{ name: "AuthenticationError", statusCode: 401, message: "invalid client" }, "final"],
    [{ name: "CredentialUnavailableError", message: "none" }, "final"],
    ["text", "final"],
    [undefined, "final"],
  ])("of %j is %s", (error, kind) => {
    expect(faultOf(error).kind).toBe(kind);
  });

  it("has the code and the first line of the service, its advice and its wait", () => {
    expect(faultOf(restError(403, "AuthenticationFailed", "Bad signature sig=abc."))).toMatchObject({
      problem: "permission is denied (403: AuthenticationFailed: Bad signature sig=***)",
      advice: "Check the key or the signature, and the clock of this machine.",
    });
    expect(faultOf(restError(503, "ServerBusy", "", { "retry-after": "3" })).retryAfter).toBe(3000);
  });
});
