import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskStore, Engine, processRunner, Registry, registerPackage } from "@flytekit-ts/propeller";
import { fromLiterals, toLiterals } from "@flytekit-ts/core/literals";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageModule } from "../src/package.js";
import { forecast, registered } from "../src/tides.js";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "tides-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The programs of the image, as `npm install` puts them on the path.
const programs = join(root, "node_modules/.bin");
const PATH = [programs, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);

// A stand-in for Flyte's engine takes both packages, and starts every task as a process, by its command.
describe("the packages of tides", () => {
  const registry = new Registry();
  beforeAll(async () => {
    const upload = { store: diskStore, uploads: join(folder, "uploads"), ...registered };
    // Where there is no Python, a task of this language has the place of the one in Python.
    for (const [name, entry] of Object.entries({ tides: "src/tides.ts", fit: "test/fit-task.ts" })) {
      const archive = await packageModule({ entry, folder: join(folder, name), image: "example/tides:v1" });
      await registerPackage(readFileSync(archive), upload, registry);
    }
  });

  it("run on a cluster as they run here", async () => {
    const cwd = (): string => mkdtempSync(join(folder, "container-"));
    const pods = processRunner({ cwd, env: { PATH, HOME: folder } });
    const engine = new Engine({
      registry,
      store: diskStore,
      dataRoot: join(folder, "data"),
      pods,
      ...registered,
    });
    const csv = fileURLToPath(new URL("../data/gauges.csv", import.meta.url));
    const inputs = toLiterals(forecast.interface.inputs, { csv });
    const { phase, failure, outputs } = await engine.execute(forecast.name, { inputs });
    expect([phase, failure]).toEqual(["SUCCEEDED", undefined]);
    const { tides } = fromLiterals(forecast.interface.outputs, outputs);
    expect(tides).toMatchObject([{ gauge: "Vlissingen" }, { gauge: "Cuxhaven" }, { gauge: "Esbjerg" }]);
  });
});
