import { stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { locateData } from "./locate-data.js";

describe("locateData", () => {
  it.each([
    ["flights-200k.json", 9_863_892],
    ["flights-20k.json", 1_784_867],
  ] as const)("finds %s as the pinned package has it", async (file, bytes) => {
    expect((await stat(locateData(file))).size).toBe(bytes);
  });
});
