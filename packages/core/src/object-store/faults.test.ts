import { describe, expect, it } from "vitest";

import { answerFault } from "./answer-fault.js";
import { networkFault } from "./network-fault.js";
import { plainWords } from "./plain-words.js";

describe("answerFault", () => {
  it.each([
    [404, "absent"],
    [412, "changed"],
    [416, "beyond"],
    [408, "passing"],
    [429, "passing"],
    [503, "passing"],
    [403, "final"],
    [400, "final"],
    [501, "final"],
  ])("of %i is %s", (status, kind) => {
    expect(answerFault({ status }).kind).toBe(kind);
  });

  it("has the words of the service", () => {
    expect(answerFault({ status: 403, words: "not you" }).problem).toBe(
      "permission is denied (403: not you)",
    );
    expect(answerFault({ status: 418 }).problem).toBe("the server refused the request (418)");
  });

  it("knows how long the server wants to be left alone", () => {
    const waitOf = (retryAfter: string | undefined) => answerFault({ status: 503, retryAfter }).retryAfter;
    expect(waitOf("7")).toBe(7000);
    expect(waitOf(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(50_000);
    for (const header of [undefined, "0", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"])
      expect(waitOf(header)).toBeUndefined();
  });
});

describe("networkFault", () => {
  it.each([
    [{ code: "ECONNRESET" }, "the connection broke (ECONNRESET)"],
    [{ errors: [{ code: "ECONNREFUSED" }] }, "the server cannot be reached (ECONNREFUSED)"],
    [{ code: "HPE_INVALID_CONSTANT" }, "the answer is no HTTP (HPE_INVALID_CONSTANT)"],
  ])("of %j", (error, problem) => {
    expect(networkFault(error)).toMatchObject({ kind: "passing", problem });
  });

  it.each([undefined, null, "ECONNRESET", {}, { code: 5 }, { code: "CERT_HAS_EXPIRED" }, { errors: [] }])(
    "is none for %j",
    (error) => {
      expect(networkFault(error)).toBeUndefined();
    },
  );
});

describe("plainWords", () => {
  it.each([
    ["No such bucket.", "No such bucket"],
    ["Bearer ya29.a0Af_b-c and /u?upload_id=ADP&x=1\n\nya29.secret.", "*** and /u?upload_id=***&x=1 ***"],
    ["https://a/c?sv=2024&sig=ab%2Bc%3D&se=1", "https://a/c?sv=2024&sig=***&se=1"],
    ["AccountName=x;AccountKey=abc==;y", "AccountName=x;AccountKey=***;y"],
    ["see X-Amz-Signature=abc now", "see X-Amz-Signature=*** now"],
    ["token eyJhbGciOiJIUzI1NiIsInR5cCI6.eyJ", "token ***"],
    ["The key does not exist", "The key does not exist"],
  ])("of %j are %j", (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it("are not long", () => {
    expect(plainWords("a".repeat(500))).toHaveLength(203);
  });
});
