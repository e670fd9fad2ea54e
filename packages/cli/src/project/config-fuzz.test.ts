import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.js";
import { readProject } from "./read-project.js";
import { configShape, SETTING_NAMES } from "./shapes/settings-shapes.js";

const CASES = 1000;

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SECRET = "hunter2-never-printed";

function randomConfig(random: (below: number) => number): unknown {
  const hostile = (): unknown =>
    [
      ...[
        undefined,
        null,
        true,
        false,
        0,
        -1,
        1.5,
        Number.NaN,
        10n,
        "",
        " ",
        SECRET,
        `${SECRET}\0`,
        "\u{D800}",
      ],
      ...[
        [],
        {},
        [SECRET],
        { aKey: SECRET },
        Symbol(SECRET),
        () => SECRET,
        new Date(),
        new Map(),
        /x/,
        Promise.resolve(),
      ],
      ...[Object.create(null), Object.create({ image: "a:1" }), new Proxy({}, { ownKeys: () => boom() })],
      ...[
        {
          get image() {
            return boom();
          },
        },
        Proxy.revocable({}, {}).proxy,
        Array.from({ length: 2 }),
        { repository: SECRET, args: { A: 3 } },
      ],
      ...[
        { id: SECRET, exists: () => true, build: () => 0 },
        { dir: SECRET, keep: "3" },
        { auth: { clientSecret: SECRET } },
      ],
    ].at(random(33));
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const key = (): string =>
    [...SETTING_NAMES, "profiles", "__proto__", "constructor", "toString", "imagee", "", "a b", "✓"].at(
      random(SETTING_NAMES.length + 8),
    ) ?? "";
  const object = (depth: number): unknown => {
    const made: Record<string, unknown> = {};
    for (let count = random(5); count >= 0; count--) {
      const value =
        depth > 0 && random(3) === 0 ? object(depth - 1) : random(20) === 0 ? revoked.proxy : hostile();
      Object.defineProperty(made, key(), { value, enumerable: true, configurable: true, writable: true });
    }
    return made;
  };
  return random(10) === 0 ? hostile() : object(3);
}

function boom(): never {
  throw new RangeError(SECRET);
}

it(`works or says what is wrong, for ${CASES} configurations, and shows no value`, async () => {
  const random = randomFrom(19);
  const folder = temporaryFolder({ "package.json": "{}" });
  let [worked, refused] = [0, 0];
  for (let index = 0; index < CASES; index++) {
    const config = randomConfig(random);
    // Each case is a module of its own: what is loaded once is not loaded again.
    const faults = configShape(config, []);
    expect(JSON.stringify(faults)).not.toContain(SECRET);
    if (faults.length > 0) {
      refused++;
      continue;
    }
    worked++;
    const file = join(folder, `flyte.config.${index}.mjs`);
    writeFileSync(file, `export default globalThis.fuzzedConfig;`);
    Reflect.set(globalThis, "fuzzedConfig", config);
    try {
      const project = await readProject({ globals: { config: file }, host: { cwd: folder, env: {} } });
      for (const profile of project.profiles) project.withProfile(profile);
    } catch (error) {
      if (!isFlytekitError(error)) throw error;
      expect(error.code).toBe("PROJECT_CONFIG_INVALID");
    }
  }
  expect(worked).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(CASES / 2);
});
