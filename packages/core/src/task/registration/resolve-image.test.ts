import { describe, expect, it } from "vitest";
import { resolveImage } from "./resolve-image.js";

const DIGEST = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const settings = {
  image: "host:5000/app:v1",
  images: { gpu: `example.com/gpu@${DIGEST}`, plain: "plain:v2", bare: "example.com/bare" },
};

describe("resolveImage", () => {
  it.each([
    ["own:1", "own:1"],
    ["{{.image.plain}}", "plain:v2"],
    ["{{ .images.plain }}", "plain:v2"],
    ["{{.IMAGE.plain.fqn}}:v9", "plain:v9"],
    ["other:{{.image.plain.version}}", "other:v2"],
    ["{{.image.default}}", "host:5000/app:v1"],
    ["{{.image.default.fqn}}-gpu:{{.image.default.version}}", "host:5000/app-gpu:v1"],
    ["{{.image.gpu.fqn}}:{{.image.gpu.version}}", `example.com/gpu@${DIGEST}`],
    ["{{.image.gpu.version}}", DIGEST],
    ["{{.image.gpu}}", `example.com/gpu@${DIGEST}`],
    ["{{.image.bare.fqn}}:{{.image.bare.version}}", "example.com/bare:v1"],
    ["{{.inputs.image}}", "{{.inputs.image}}"],
  ])("makes of %s: %s", (image, wanted) => {
    expect(resolveImage(image, settings)).toBe(wanted);
  });

  it.each([
    ["{{.image.cpu}}", "the settings name no image cpu, only default, gpu, plain, bare"],
    ["{{.image.constructor}}", "the settings name no image constructor, only default, gpu, plain, bare"],
    ["{{.image.gpu.tag}}", "{{.image.gpu.tag}} has neither `fqn` nor `version`"],
  ])("refuses %s", (image, problem) => {
    expect(() => resolveImage(image, settings)).toThrow(
      expect.objectContaining({ code: "IMAGE_TEMPLATE_INVALID", params: { image, problem } }),
    );
  });

  it("leaves templates alone where nothing is registered", () => {
    expect(resolveImage("{{.image.gpu}}", { image: "" })).toBe("{{.image.gpu}}");
  });
});
