import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import { environmentFrom } from "../package/environment-from.js";
import type { ImageHook } from "./image-hook.js";
import { imageId } from "./image-id.js";
import { imageReference } from "./image-reference.js";
import { imagesFrom } from "./images-from.js";
import { makeImages } from "./make-images.js";

const DIGEST = `sha256:${"a".repeat(64)}`;

describe("imageReference", () => {
  it.each([
    ["app:v1", { repository: "app", tag: "v1" }],
    ["localhost:5000/app", { repository: "localhost:5000/app" }],
    ["localhost:5000/team/app:v1", { repository: "localhost:5000/team/app", tag: "v1" }],
    [`ghcr.io/a_b/c-d.e@${DIGEST}`, { repository: "ghcr.io/a_b/c-d.e", digest: DIGEST }],
    [`ghcr.io/a/b:v1@${DIGEST}`, { repository: "ghcr.io/a/b", tag: "v1", digest: DIGEST }],
    ["[::1]:5000/app:v1", { repository: "[::1]:5000/app", tag: "v1" }],
  ])("reads %s", (text, parts) => {
    expect(imageReference(text)).toEqual({ tag: undefined, digest: undefined, ...parts });
  });

  it.each([
    ...[
      "",
      " ",
      "App:v1",
      "a b:v1",
      "app:",
      "app@",
      "app@sha256:12",
      "app:v1:v2",
      "-app:v1",
      "app:v 1",
      "/app:v1",
    ],
    ...["http://ghcr.io/app:v1", "app:-v1", `app:${"v".repeat(129)}`, "{{.image.gpu}}", "app:v1\n"],
  ])("is nothing of %j", (text) => {
    expect(imageReference(text)).toBeUndefined();
  });
});

describe("imagesFrom", () => {
  it("tells the image for all from those with names", () => {
    expect(imagesFrom(["app:v1", `gpu=ghcr.io/gpu@${DIGEST}`, "b=localhost:5000/b:2"])).toEqual({
      image: "app:v1",
      images: { gpu: `ghcr.io/gpu@${DIGEST}`, b: "localhost:5000/b:2" },
    });
    expect(imagesFrom(["default=app:v1"])).toEqual({ image: "app:v1", images: {} });
  });

  it.each([
    ["two for all", ["app:v1", "b:2"]],
    ["two of one name", ["app:v1", "a=b:2", "a=c:3"]],
    ["none for all", ["gpu=b:2"]],
    ["none", []],
    ["no tag", ["app"]],
    ["no name", ["app:v1", "=b:2"]],
  ])("refuses %s", (_what, texts) => {
    expect(() => imagesFrom(texts)).toThrow(expect.objectContaining({ code: "OPTION_INVALID" }));
  });
});

describe("environmentFrom", () => {
  it("takes the first = as the end of the name", () => {
    expect(environmentFrom(["A=1", "B=x=y", "C="])).toEqual({ A: "1", B: "x=y", C: "" });
  });

  it.each(["A:1", "", "=1"])("refuses %j without showing it", (text) => {
    const refused = (): unknown => environmentFrom(["OK=1", text]);
    expect(refused).toThrow(expect.objectContaining({ code: "OPTION_INVALID" }));
    expect(refused).toThrow(
      /takes texts of the form `NAME=value`, but was given a text without a name and `=`/,
    );
  });
});

describe("imageId", () => {
  it("follows from the content, whatever the order of its parts", () => {
    const id = imageId("ghcr.io/a/b", { lock: "1", dockerfile: Buffer.from("2") });
    expect(id).toMatch(/^ghcr\.io\/a\/b:[0-9a-f]{32}$/);
    expect(imageId("ghcr.io/a/b", { dockerfile: "2", lock: "1" })).toBe(id);
    expect(imageId("ghcr.io/a/b", { dockerfile: "1", lock: "2" })).not.toBe(id);
    expect(imageId("ghcr.io/a/b", { lock: "1" })).not.toBe(id);
  });
});

describe("makeImages", () => {
  interface Calls extends ImageHook {
    readonly calls: string[];
  }

  function hookOf(exists: () => unknown, build: () => unknown = () => {}): Calls {
    const calls: string[] = [];
    return {
      ...{ id: "a:1", calls },
      exists: (image) => {
        calls.push(`exists ${image}`);
        return exists() as boolean;
      },
      build: (image, { push }) => {
        calls.push(`build ${image}${push ? " push" : ""}`);
        return build();
      },
    };
  }

  it.each([
    ["builds what is not there", false, {}, ["exists a:1", "build a:1 push"]],
    ["leaves what is there", true, {}, ["exists a:1"]],
    ["takes for there what cannot be told", undefined, {}, ["exists a:1"]],
    ["builds in any case", true, { FLYTE_FORCE_PUSH_IMAGE_SPEC: "True" }, ["build a:1 push"]],
    ["does not push", false, { FLYTE_PUSH_IMAGE_SPEC: "false" }, ["exists a:1", "build a:1"]],
    [
      "reads an empty variable as none",
      false,
      { FLYTE_PUSH_IMAGE_SPEC: "" },
      ["exists a:1", "build a:1 push"],
    ],
  ])("%s", async (_what, exists, environment, calls) => {
    const hook = hookOf(() => Promise.resolve(exists));
    await makeImages([hook, hook, { ...hook }], environment);
    expect(hook.calls).toEqual(calls);
  });

  it("makes images at the same time, and ends when all have ended", async () => {
    let waiting = 0;
    const bothAtWork = new EventEmitter();
    const together = async (): Promise<void> => {
      waiting += 1;
      if (waiting === 2) bothAtWork.emit("ready");
      else await once(bothAtWork, "ready");
    };
    const [a, b] = [hookOf(() => false, together), { ...hookOf(() => false, together), id: "b:1" }];
    await expect(makeImages([a, b], {})).resolves.toEqual(["a:1", "b:1"]);
  });

  it.each<[string, Calls, "exists" | "build", object]>([
    ["in exists", hookOf(() => Promise.reject(new Error("no network"))), "exists", {}],
    [
      "in build",
      hookOf(
        () => false,
        () => {
          throw new Error("no network");
        },
      ),
      "build",
      {},
    ],
    ["that cannot tell", hookOf(() => undefined), "exists", { FLYTE_IMG_FAST_FAIL: "1" }],
  ])("says which hook failed: one %s", async (_what, hook, action, environment) => {
    await expect(makeImages([hook], environment as Record<string, string>)).rejects.toMatchObject({
      code: "IMAGE_NOT_BUILT",
      params: { image: "a:1", action },
    });
  });
});
