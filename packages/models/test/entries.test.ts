import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const folder = new URL("../", import.meta.url);

type Target = string | { readonly [condition: string]: string };

interface Manifest {
  readonly exports: { readonly [entry: string]: Target };
  readonly publishConfig: { readonly exports: { readonly [entry: string]: Target } };
}

const manifest: Manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
const entries = Object.entries(manifest.exports).filter(([name]) => name !== "./package.json");

describe("the entries", () => {
  it("are there for every proto package, and no others", () => {
    const indexes = readdirSync(new URL("src/gen/", folder)).filter((file) => file.startsWith("index."));
    const sources = entries.map(([, target]) => readFileSync(new URL(sourceOf(target), folder), "utf8"));
    const used = sources.flatMap((source) =>
      [...source.matchAll(/"\.\.\/gen\/(index\.[\w.]+)\.js"/g)].map((match) => match[1]),
    );
    expect(used.map((index) => `${index}.ts`).toSorted()).toEqual(indexes.toSorted());
    expect(entries).toHaveLength(indexes.length + 2); // and `.` and `./json`
  });

  it.each(entries)("%s has a source, and is built where it says", (_, target) => {
    const source = sourceOf(target);
    const built = source.replace("./src/", "./dist/").replace(/\.ts$/, "");
    expect(existsSync(new URL(source, folder))).toBe(true);
    expect(target).toEqual({ "@flytekit-ts/source": source, types: `${built}.d.ts`, default: `${built}.js` });
  });

  it("are published without their sources' condition", () => {
    const published = entries.map(([name, target]): [string, Target] => {
      const { "@flytekit-ts/source": _, ...rest } = typeof target === "string" ? {} : target;
      return [name, rest];
    });
    expect(manifest.publishConfig.exports).toEqual({
      ...Object.fromEntries(published),
      "./package.json": "./package.json",
    });
  });
});

function sourceOf(target: Target): string {
  const source = typeof target === "string" ? undefined : target["@flytekit-ts/source"];
  if (source === undefined) throw new Error("an entry has no source");
  return source;
}
