import { ownRange } from "./own-package.js";

/** Versions of packages of others in a new project: those that our own tests run with. */
export const TESTED = { "@types/node": "^20.19.0", typescript: "7.0.2", vitest: "4.1.12" } as const;

interface Installing {
  readonly isForNpm?: boolean;
  /** The name and version of a package manager that is chosen by it. */
  readonly packageManager?: string | undefined;
}

/** The `package.json` of a new project. */
export function projectManifest(name: string, { isForNpm = false, packageManager }: Installing = {}): string {
  const manifest = {
    name,
    version: "0.0.0",
    private: true,
    type: "module",
    ...(packageManager === undefined ? {} : { packageManager }),
    engines: { node: "^20.19.0 || >=22.12.0" },
    scripts: {
      start: "tsflyte run src/workflows.ts garden",
      test: "vitest run",
      typecheck: "tsc",
      check: "tsflyte check",
      package: "tsflyte package --force",
      register: "tsflyte register",
    },
    dependencies: ours("runtime", "workflow"),
    devDependencies: { ...ours("cli", "local-exec"), ...TESTED },
    // npm 11 warns of packages with install scripts of which nobody said whether they may run. None is needed.
    ...(isForNpm ? { allowScripts: { protobufjs: false } } : {}),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function ours(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`@flytekit-ts/${name}`, ownRange(`@flytekit-ts/${name}`)]));
}
