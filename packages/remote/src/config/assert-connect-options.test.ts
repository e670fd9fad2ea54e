import { describe, expect, it } from "vitest";

import { connect } from "../remote/connect.js";
import { milliseconds } from "./milliseconds.js";

const given = async (options: unknown): Promise<unknown> =>
  connect(options as never).then(
    () => undefined,
    (error: unknown) => error,
  );

describe("the options of connect", () => {
  it.each([
    ["flyte.example.com:443", "OPTIONS_NOT_AN_OBJECT"],
    [null, "OPTIONS_NOT_AN_OBJECT"],
    [{ endpont: "a:443" }, "OPTION_UNKNOWN"],
    [{ auth: { typ: "Pkce" } }, "OPTION_UNKNOWN"],
    [{ auth: "Pkce" }, "OPTIONS_NOT_AN_OBJECT"],
    [{ endpoint: 443 }, "OPTION_INVALID"],
    [{ endpoint: "" }, "OPTION_INVALID"],
    [{ insecure: "true" }, "OPTION_INVALID"],
    [{ project: ["a"] }, "OPTION_INVALID"],
    [{ auth: { command: "token --print" } }, "OPTION_INVALID"],
    [{ auth: { clientSecret: "planted" } }, "OPTION_INVALID"],
    [{ storage: 5 }, "OPTION_INVALID"],
    [{ timeout: 0 }, "OPTION_INVALID"],
    [{ timeout: "soon" }, "OPTION_INVALID"],
    [{ timeout: "30 days" }, "OPTION_INVALID"],
  ])("%j is %s", async (options, code) => {
    const error = await given(options);
    expect(error).toMatchObject({ code });
    expect(String(error)).toContain("connect");
    expect(String(error)).not.toContain("planted");
  });

  it("say which option was meant", async () => {
    expect(await given({ endpont: "a:443" })).toMatchObject({
      message: expect.stringContaining("Did you mean `endpoint`?") as string,
    });
  });

  it("take a time as milliseconds or as a text", async () => {
    const remote = await connect({ endpoint: "localhost:1", insecure: true, timeout: "90 s" });
    await remote.close();
    expect(milliseconds("1.5 s", { at: "connect", option: "timeout" })).toBe(1500);
    expect(milliseconds(20, { at: "connect", option: "timeout" })).toBe(20);
  });
});
