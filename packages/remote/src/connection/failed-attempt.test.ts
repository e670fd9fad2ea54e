import { Metadata, status as Status } from "@grpc/grpc-js";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FailedAttempt } from "./failed-attempt.js";

const said = (details: string): string => {
  const code = Status.UNAVAILABLE;
  const error = Object.assign(new Error(details), { code, details, metadata: new Metadata() });
  return new FailedAttempt(error, []).said;
};

describe("what a failed try says", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is the reason that gRPC gives", () => {
    const reason = "Error: connect ECONNREFUSED 127.0.0.1:9";
    expect(said(`No connection established. Last error: ${reason}. Resolution note: `)).toBe(
      "connect ECONNREFUSED 127.0.0.1:9",
    );
    expect(said("the server's words")).toBe("the server's words");
  });

  it("names the variable of the proxy where gRPC gives none, and not what it holds", () => {
    const nothing = "No connection established. Last error: undefined. Resolution note: ";
    for (const name of ["grpc_proxy", "https_proxy", "http_proxy"]) vi.stubEnv(name, "");
    expect(said(nothing)).toBe("no connection could be made");
    vi.stubEnv("https_proxy", "http://somebody:secret@proxy:1");
    expect(said(nothing)).toBe("no connection could be made through the proxy that https_proxy names");
  });
});
