import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CarriedSettings, carriedSettings, carrySettings } from "./carried-settings.js";

const whole: CarriedSettings = {
  project: "p",
  domain: "development",
  version: "v1",
  image: "localhost:5000/team/image:v1",
  images: { gpu: `example.com/gpu@sha256:${"a".repeat(64)}`, plain: "plain:v2" },
  environment: { MODE: "fast" },
  defaultResources: { cpu: { request: "1" }, memory: { request: "1Gi", limit: "2Gi" }, gpu: { limit: 1 } },
  root: "/app",
  fast: { distribution: "s3://b/fast1.tar.gz", destination: "." },
};

const packed = (json: unknown): string => gzipSync(JSON.stringify(json)).toString("base64");

describe("settings that a container carries", () => {
  it.each([
    whole,
    { project: "", domain: "", version: "", image: "image" },
    { project: "", domain: "", version: "", image: `r/image@sha256:${"a".repeat(64)}` },
  ])("come back: %j", (settings) => {
    expect(carriedSettings(carrySettings(settings))).toEqual(settings);
  });

  it("have flytekit's form, and the same bytes with each version of zlib", () => {
    const bytes = Buffer.from(carrySettings(whole), "base64");
    expect([...bytes.subarray(0, 11)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, expect.any(Number), 255, 1]);
    expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({
      image_config: {
        default_image: { name: "default", fqn: "localhost:5000/team/image", tag: "v1", digest: null },
      },
      env: { MODE: "fast" },
      default_resources: {
        requests: { cpu: "1", mem: "1Gi", gpu: null, ephemeral_storage: null },
        limits: { cpu: null, mem: "2Gi", gpu: 1, ephemeral_storage: null },
      },
      fast_serialization_settings: {
        enabled: true,
        destination_dir: ".",
        distribution_location: "s3://b/fast1.tar.gz",
      },
      source_root: "/app",
    });
  });

  it("may lack parts, have others, and come from flytekit", () => {
    const empty = { project: "", domain: "", version: "", image: "" };
    expect(carriedSettings(packed({}))).toEqual(empty);
    const python = {
      project: null,
      image_config: { default_image: { fqn: "i", tag: null, digest: null } },
      fast_serialization_settings: { enabled: false, destination_dir: "/root" },
      python_interpreter: "python3",
    };
    expect(carriedSettings(packed(python))).toEqual({ ...empty, image: "i" });
  });

  it.each(["production", "", packed([1]), packed(null), carrySettings(whole).slice(0, 40)])(
    "that are no settings are refused: %s",
    (text) => {
      expect(() => carriedSettings(text)).toThrow(expect.objectContaining({ code: "SETTINGS_UNREADABLE" }));
    },
  );
});
