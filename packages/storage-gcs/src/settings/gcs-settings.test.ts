import { describe, expect, it } from "vitest";

import { gcs } from "../gcs.js";
import { type GcsOptions, settingsOf } from "./gcs-settings.js";

describe("settingsOf", () => {
  it("asks Google with the default credentials where nothing is said", () => {
    const settings = settingsOf({}, {});
    expect(settings).toMatchObject({ credentials: "default", userProject: undefined });
    expect(settings.endpoint.href).toBe("https://storage.googleapis.com/");
  });

  it.each([
    ["127.0.0.1:4443", "http://127.0.0.1:4443/"],
    ["localhost:4443", "http://localhost:4443/"],
    ["http://gcs:4443", "http://gcs:4443/"],
    ["https://gcs.example.org/base/", "https://gcs.example.org/base/"],
  ])("takes %s of the environment", (host, href) => {
    expect(settingsOf({}, { STORAGE_EMULATOR_HOST: host }).endpoint.href).toBe(href);
    const endpoint = "http://other";
    expect(settingsOf({ endpoint }, { STORAGE_EMULATOR_HOST: host }).endpoint.host).toBe("other");
  });

  it("sends no token to what is not https", () => {
    const credentials = (): string => "token";
    expect(settingsOf({ credentials, endpoint: "http://x" }, {}).credentials).toBe("anonymous");
    expect(settingsOf({ credentials, endpoint: "https://x" }, {}).credentials).toBe(credentials);
  });

  it.each([
    [{ userProject: "" }, {}, "The option `userProject` of gcs() takes the id of a project"],
    [{ credentials: "key" }, {}, "The option `credentials` of gcs() takes"],
    [{ endpoint: "ftp://x" }, {}, "The option `endpoint` of gcs() takes an address"],
    [{}, { STORAGE_EMULATOR_HOST: "http://" }, "Correct the environment variable STORAGE_EMULATOR_HOST"],
    [{ attempts: 0 }, {}, "The option `attempts` of gcs() takes a whole number from 1"],
    [{ projekt: "p" }, {}, "There is no option `projekt` for gcs()"],
  ])("refuses %j in %j", (options, environment, words) => {
    expect(() => settingsOf(options as GcsOptions, environment)).toThrow(words);
  });

  it("reads the environment that it is given", () => {
    expect(settingsOf({ env: { STORAGE_EMULATOR_HOST: "emulator:1" } }).endpoint.host).toBe("emulator:1");
  });

  it("is asked at once", () => {
    expect(() => gcs({ attempts: -1 })).toThrow("OPTION_INVALID");
  });
});
