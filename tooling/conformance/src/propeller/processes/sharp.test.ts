import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { toLiterals } from "@flytekit-ts/core/literals";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildImage, type Image } from "@flytekit-ts/bundle/build-image";
import { placeOnDisk } from "./data-place.js";
import { packageModule } from "./package-module.js";
import { ProcessRuns } from "./run-processes.js";

const SOURCE = `import sharp from "sharp";
import { t, task, workflow } from "@flytekit-ts/workflow";

const shape = { inputs: { image: t.file("png"), width: t.int() }, output: t.file("png") };

/** An image of another width. */
export const resize = task({ name: "images.resize", ...shape }, async ({ image, width }) =>
  sharp(await image.bytes()).resize(width).png().toBuffer(),
);

export const thumbnail = workflow({ name: "images.thumbnail", ...shape }, ({ image, width }) =>
  resize({ image: resize({ image, width: 64 }), width }),
);
`;

const folder = mkdtempSync(join(tmpdir(), "sharp-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project that depends on sharp, as npm would install it. */
function project(): URL {
  const root = join(folder, "project");
  const modules = join(root, "node_modules");
  mkdirSync(join(modules, "@flytekit-ts"), { recursive: true });
  const resolve = createRequire(import.meta.url).resolve;
  symlinkSync(dirname(resolve("sharp/package.json")), join(modules, "sharp"));
  const workflow = fileURLToPath(new URL("../../../../../packages/workflow", import.meta.url));
  symlinkSync(workflow, join(modules, "@flytekit-ts/workflow"));
  writeFileSync(join(root, "package.json"), '{"name": "images", "type": "module"}');
  const module = join(root, "images.ts");
  writeFileSync(module, SOURCE);
  return pathToFileURL(module);
}

// The binary of this machine is the one that a container for Linux would have.
describe.skipIf(process.platform !== "linux" || process.arch !== "x64")("a task that uses sharp", () => {
  let image: Image;
  let module: URL;
  beforeAll(async () => {
    image = await buildImage();
    module = project();
  });

  it("runs as a process, from its bundle", async () => {
    const root = join(folder, "data");
    const runs = new ProcessRuns(image, placeOnDisk(root));
    const { archive, entities } = await runs.packaged(module);
    const thumbnail = entities.find(({ name }) => name === "images.thumbnail");
    if (!isWorkflow(thumbnail)) return expect.unreachable("the module exports it");
    const path = join(folder, "red.png");
    const red = { width: 200, height: 100, channels: 3, background: { r: 255, g: 0, b: 0 } } as const;
    await sharp({ create: red }).png().toFile(path);

    const run = await runs.runnerOf("images", [{ archive }]);
    const inputs = toLiterals(thumbnail.interface.inputs, { image: path, width: 16 });
    const { phase, error, literals } = await run("images.thumbnail", { inputs, signals: new Map() });
    expect([phase, error, runs.started]).toEqual(["Succeeded", "", 2]);
    const scalar = literals.get("o0")?.value;
    const blob = scalar?.$case === "scalar" ? scalar.value.value : undefined;
    if (blob?.$case !== "blob") return expect.unreachable("the output is a file");
    expect(blob.value.uri.startsWith(root)).toBe(true);
    const { data, info } = await sharp(readFileSync(blob.value.uri))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, [...data.subarray(0, 3)]]).toEqual([16, 8, [255, 0, 0]]);
  });

  it("is not packaged for a platform whose binary is not installed", async () => {
    const packaged = packageModule(module, { folder: image.folder, platforms: ["linux-x64", "linux-arm64"] });
    await expect(packaged).rejects.toMatchObject({
      code: "BUNDLE_NATIVE_MISSING",
      message: expect.stringMatching(
        /sharp .* needs @img\/sharp\S* and @img\/sharp\S* on linux-arm64[^]*at images\.ts:1:\d+/,
      ),
    });
  });
});
