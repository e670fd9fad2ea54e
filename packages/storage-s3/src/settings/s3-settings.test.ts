import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/refusal.js";
import type { S3Options } from "./s3-options.js";
import { settingsOf } from "./s3-settings.js";

const MIB = 1024 * 1024;
const keys = { accessKeyId: "id", secretAccessKey: "secret" };

describe("settingsOf", () => {
  it("takes what is usual", () => {
    expect(settingsOf({}, {})).toEqual({
      endpoint: undefined,
      region: undefined,
      credentials: "default",
      isPathStyle: false,
      partSize: 6 * MIB,
      patience: { attempts: 6, firstWait: 250, stallAfter: 30_000 },
    });
  });

  it("takes the environment that Flyte sets, and options before it", () => {
    const env = {
      FLYTE_AWS_ENDPOINT: "http://minio.flyte:9000/",
      FLYTE_AWS_ACCESS_KEY_ID: "id",
      FLYTE_AWS_SECRET_ACCESS_KEY: "secret",
      FLYTE_AWS_RETRIES: "3",
      FLYTE_AWS_BACKOFF_SECONDS: "5",
      FLYTE_AWS_ADDRESSING_STYLE: "virtual",
      AWS_DEFAULT_REGION: "eu-west-1",
      _F_P_WRITE_CHUNK_SIZE: String(25 * MIB),
    };
    const said = {
      endpoint: "http://minio.flyte:9000",
      region: "eu-west-1",
      credentials: keys,
      isPathStyle: false,
      partSize: 25 * MIB,
      patience: { attempts: 4, firstWait: 5000, stallAfter: 30_000 },
    };
    expect(settingsOf({}, env)).toEqual(said);
    expect(settingsOf({ endpoint: undefined, addressing: undefined, partSize: undefined }, env)).toEqual(
      said,
    );
    const options = {
      endpoint: "https://s3.example.org",
      region: "auto",
      credentials: "anonymous",
      addressing: "path",
      partSize: 7 * MIB,
      attempts: 1,
      firstWait: 1,
    } as const;
    expect(settingsOf(options, env)).toEqual({
      endpoint: "https://s3.example.org",
      region: "auto",
      credentials: "anonymous",
      isPathStyle: true,
      partSize: 7 * MIB,
      patience: { attempts: 1, firstWait: 1, stallAfter: 30_000 },
    });
    expect(settingsOf({ credentials: "default" }, env).credentials).toEqual("default");
  });

  it("puts the bucket into the path for stores with an endpoint, and leaves empty variables out", () => {
    expect(settingsOf({ endpoint: "http://minio:9000" }, {}).isPathStyle).toBe(true);
    const env = {
      FLYTE_AWS_ENDPOINT: "",
      FLYTE_AWS_ACCESS_KEY_ID: "",
      FLYTE_AWS_RETRIES: "",
      AWS_REGION: "",
    };
    expect(settingsOf({}, env)).toEqual(settingsOf({}, {}));
    // Small parts are for other stores; S3 takes none below 5 MiB.
    expect(settingsOf({}, { _F_P_WRITE_CHUNK_SIZE: "1000" }).partSize).toBe(5 * MIB);
    expect(settingsOf({}, { FLYTE_AWS_ADDRESSING_STYLE: "auto" }).isPathStyle).toBe(false);
  });

  it.each([
    [{ bucket: "x" }, "OPTION_UNKNOWN", "bucket"],
    [{ endpoint: "minio:9000" }, "OPTION_INVALID", "endpoint"],
    [{ endpoint: "https://me:hidden@minio" }, "OPTION_INVALID", "endpoint"],
    [{ endpoint: 5 }, "OPTION_INVALID", "endpoint"],
    [{ region: "eu west" }, "OPTION_INVALID", "region"],
    [{ credentials: { accessKeyId: "hidden" } }, "OPTION_INVALID", "credentials"],
    [{ credentials: "hidden" }, "OPTION_INVALID", "credentials"],
    [{ credentials: null }, "OPTION_INVALID", "credentials"],
    [{ addressing: "auto" }, "OPTION_INVALID", "addressing"],
    [{ partSize: 1000 }, "OPTION_INVALID", "partSize"],
    [{ partSize: "8MiB" }, "OPTION_INVALID", "partSize"],
    [{ attempts: 0 }, "OPTION_INVALID", "attempts"],
  ])("refuses the option %j", (options, code, option) => {
    const said = refusal(() => settingsOf(options as unknown as S3Options, {}));
    expect(said).toContain(code);
    expect(said).toContain(`\`${option}\``);
    expect(said).not.toContain("hidden");
  });

  it.each([
    ["FLYTE_AWS_ENDPOINT", "me:hidden"],
    ["FLYTE_AWS_RETRIES", "hidden"],
    ["FLYTE_AWS_BACKOFF_SECONDS", "1.5"],
    ["FLYTE_AWS_ADDRESSING_STYLE", "hidden"],
    ["_F_P_WRITE_CHUNK_SIZE", "-1"],
    ["FLYTE_AWS_ACCESS_KEY_ID", "hidden"],
    ["FLYTE_AWS_SECRET_ACCESS_KEY", "hidden"],
  ])("refuses %s=%s", (name, value) => {
    const said = refusal(() => settingsOf({}, { [name]: value }));
    expect(said).toMatch(/^\[OPTION_INVALID\] /);
    expect(said).toContain(name);
    expect(said).not.toContain("hidden");
  });
});
