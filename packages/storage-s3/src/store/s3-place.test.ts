import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/refusal.js";
import { s3Place } from "./s3-place.js";

describe("s3Place", () => {
  it.each([
    ["s3://bucket/a/b.csv", "bucket", "a/b.csv"],
    ["s3://bucket//a//b/", "bucket", "/a//b/"],
    ["s3://my.bucket/a%20b?c#d", "my.bucket", "a%20b?c#d"],
    ["s3://bucket/", "bucket", ""],
    ["s3://bucket", "bucket", ""],
    ["S3://bucket/x\ny", "bucket", "x\ny"],
  ])("of %j", (uri, bucket, key) => {
    const place = s3Place(uri, "Reading");
    expect(place).toMatchObject({ bucket, key });
    expect(`${place.root}${key}`).toBe(uri.endsWith(bucket) ? `${uri}/` : uri);
  });

  it.each([
    ["s3:///key", "it names no bucket that there can be"],
    ["s3://b/key", "it names no bucket that there can be"],
    ["s3://user:hidden@bucket/key", "it names no bucket that there can be"],
    ["s3://bucket/\ud800", "its key has half of a surrogate pair"],
    [`s3://bucket/${"ü".repeat(513)}`, "its key is longer than 1024 bytes"],
  ])("refuses %j", (uri, problem) => {
    const said = refusal(() => s3Place(uri, "Reading"));
    expect(said).toMatch(/^\[STORAGE_FAILED\] Reading /);
    expect(said).toContain(problem);
    expect(said).not.toContain("hidden");
  });
});
