import type { PackageManager } from "./init-options.js";

/** What a package manager is told, in the words of the project's files. */
export interface PackageManagerWords {
  readonly install: string;
  /** Installs exactly what the lockfile says. */
  readonly cleanInstall: string;
  /** Runs a script of package.json. */
  readonly run: string;
  /** Runs a program of an installed package. */
  readonly exec: string;
  /** What an image copies before it installs. */
  readonly manifests: string;
  /** What an image runs before it installs, if anything. */
  readonly dockerSetup?: string | undefined;
  /** Installs in an image, without what is for development only. */
  readonly dockerInstall: string;
  /** A step of the CI before it installs, if anything. */
  readonly ciSetup?: string | undefined;
  /** Lines of .gitignore. */
  readonly ignored: readonly string[];
}

const NPM: PackageManagerWords = {
  install: "npm install",
  cleanInstall: "npm ci",
  run: "npm run",
  exec: "npx",
  manifests: "package.json package-lock.json",
  dockerInstall: "--mount=type=cache,target=/npm-cache npm ci --omit=dev --cache /npm-cache",
  ignored: [],
};

const PNPM: PackageManagerWords = {
  install: "pnpm install",
  cleanInstall: "pnpm install --frozen-lockfile",
  run: "pnpm run",
  exec: "pnpm exec",
  manifests: "package.json pnpm-lock.yaml pnpm-workspace.yaml",
  dockerSetup: "npm install --global pnpm@12",
  dockerInstall: "pnpm install --frozen-lockfile --prod",
  ciSetup: "npm install --global pnpm@12",
  ignored: [],
};

// The classic one, 1.22, is in Node's images and on the machines of GitHub.
const YARN: PackageManagerWords = {
  install: "yarn install",
  cleanInstall: "yarn install --frozen-lockfile",
  run: "yarn run",
  exec: "yarn run",
  manifests: "package.json yarn.lock .yarnrc.yml",
  dockerInstall: "yarn install --frozen-lockfile",
  ignored: [".yarn", ".pnp.*"],
};

// Corepack, which comes with Node 20 to 24, starts the version that package.json names in place of the classic one.
const MODERN_YARN: PackageManagerWords = {
  ...YARN,
  cleanInstall: "yarn install --immutable",
  dockerSetup: "corepack enable",
  dockerInstall: "yarn install --immutable",
  ciSetup: "corepack enable",
};

/** The words of each package manager. */
export const packageManagers: Readonly<Record<PackageManager, PackageManagerWords>> = {
  npm: NPM,
  pnpm: PNPM,
  yarn: YARN,
};

/** The words of a package manager of some version; the classic ones of yarn if that is not known. */
export function wordsFor(name: PackageManager, version?: string): PackageManagerWords {
  return pinnedFor(name, version) === undefined ? packageManagers[name] : MODERN_YARN;
}

/** What `packageManager` in package.json says, where the project would otherwise be installed by another version. */
export function pinnedFor(name: PackageManager, version?: string): string | undefined {
  return name === "yarn" && /^(?:[2-9]|\d\d+)\.\d+\.\d+$/.test(version ?? "") ? `yarn@${version}` : undefined;
}

/** The package manager that started this program, by what it says of itself in `npm_config_user_agent`. */
export function packageManagerOf(userAgent: string | undefined): PackageManager | undefined {
  const name = /^([a-z]+)\//.exec(userAgent ?? "")?.[1];
  return name !== undefined && Object.hasOwn(packageManagers, name) ? (name as PackageManager) : undefined;
}
