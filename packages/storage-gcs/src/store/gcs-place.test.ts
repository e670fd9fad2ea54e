import { describe, expect, it } from "vitest";

import { gcsPlace } from "./gcs-place.js";

describe("gcsPlace", () => {
  it.each([
    ["gs://bucket/a/b.csv", "bucket", "a/b.csv"],
    ["gs://bucket", "bucket", ""],
    ["gs://bucket/", "bucket", ""],
    ["gs://my.bucket_1/a%20b#c?d+e//f", "my.bucket_1", "a%20b#c?d+e//f"],
    ["GS://bucket/日本\n語", "bucket", "日本\n語"],
  ])("of %s", (uri, bucket, key) => {
    expect(gcsPlace(uri, "Reading")).toMatchObject({ bucket, key });
    expect(`${gcsPlace(uri, "Reading").root}${key}`).toBe(uri.endsWith("bucket") ? `${uri}/` : uri);
  });

  it.each([
    ["gs:///a", "it names no bucket"],
    ["gs://Bucket/a", "it names no bucket"],
    ["gs://b/a", "it names no bucket"],
    ["gs://user@bucket/a", "it names no bucket"],
    ["s3://bucket/a", "it names no bucket"],
    ["gs://bucket/\ud800", "half of a surrogate pair"],
  ])("refuses %j", (uri, words) => {
    expect(() => gcsPlace(uri, "Reading")).toThrow(words);
  });
});
