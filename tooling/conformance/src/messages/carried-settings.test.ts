import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { toComparable } from "./to-comparable.js";

const task = (settings: object) => {
  const value = gzipSync(JSON.stringify(settings)).toString("base64");
  return toComparable({ template: { container: { env: [{ key: "_F_SS_C", value }] } } });
};

describe("the settings that a dynamic carries", () => {
  const python = { project: "p", python_interpreter: "/opt/venv/bin/python3", source_root: "/src" };

  it("are compared as what they hold, without what names a machine", () => {
    expect(
      task({ ...python, fast_serialization_settings: { enabled: false, destination_dir: "/root" } }),
    ).toEqual(task({ project: "p", fast_serialization_settings: null }));
  });

  it.each([
    { ...python, project: "q" },
    { ...python, image_config: {} },
    { ...python, fast_serialization_settings: { enabled: true, destination_dir: "/root" } },
  ])("differ: %j", (other) => {
    expect(task(other)).not.toEqual(task(python));
  });
});
