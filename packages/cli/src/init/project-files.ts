import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageManager } from "./init-options.js";
import { ownFolder } from "./own-package.js";
import { type PackageManagerWords, pinnedFor, wordsFor } from "./package-managers.js";
import { imageNameOf } from "./package-names.js";
import { projectManifest } from "./project-manifest.js";

/** A file of a new project. */
export interface ProjectFile {
  /** Relative to the folder of the project, with slashes. */
  readonly path: string;
  readonly content: string;
}

// npm leaves a .gitignore out of packages and reads it as its own, and the tools of our repository would do so with others.
const HIDDEN: Readonly<Record<string, string>> = {
  _dockerignore: ".dockerignore",
  _github: ".github",
  _gitignore: ".gitignore",
  "_tsconfig.json": "tsconfig.json",
};

// pnpm 10 and later fail for packages with install scripts of which nobody said whether they may run. None is needed.
const PNPM_WORKSPACE = `# Install scripts that need not run.
allowBuilds:
  esbuild: false
  protobufjs: false
`;

// For yarn 2 and later; yarn 1 does not read it.
const YARNRC = `# The programs that Flyte starts in the image are found in node_modules.
nodeLinker: node-modules
`;

/** All files of a new project, in the order of their paths. The version is that of the package manager, if it is known. */
export function projectFiles(
  name: string,
  packageManager: PackageManager,
  version?: string,
): readonly ProjectFile[] {
  const words = wordsOf(name, wordsFor(packageManager, version));
  const template = filesBelow(join(ownFolder(), "template")).map(({ path, content }) => ({
    path: path
      .split("/")
      .map((part) => HIDDEN[part] ?? part)
      .join("/"),
    content: withWords(content, words),
  }));
  const isForNpm = packageManager === "npm";
  const pinned = pinnedFor(packageManager, version);
  const made = [
    { path: "package.json", content: projectManifest(name, { isForNpm, packageManager: pinned }) },
  ];
  if (packageManager === "pnpm") made.push({ path: "pnpm-workspace.yaml", content: PNPM_WORKSPACE });
  if (packageManager === "yarn") made.push({ path: ".yarnrc.yml", content: YARNRC });
  return [...template, ...made].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What stands for the `$words$` of the template. */
function wordsOf(name: string, manager: PackageManagerWords): Readonly<Record<string, string>> {
  const { dockerSetup, ciSetup, ignored, ...words } = manager;
  return {
    name,
    image: imageNameOf(name),
    install: words.install,
    run: words.run,
    exec: words.exec,
    manifests: words.manifests,
    "clean-install": words.cleanInstall,
    "docker-install": words.dockerInstall,
    "docker-setup": dockerSetup === undefined ? "" : `RUN ${dockerSetup}`,
    "ci-setup": ciSetup === undefined ? "" : `      - run: ${ciSetup}`,
    ignored: ignored.join("\n"),
  };
}

// These are comments in the template, alone on their lines; where one is empty, the line is left out.
const LINE = /^ *# \$(docker-setup|ci-setup|ignored)\$\n/gm;
const WORD = /\$([a-z-]+)\$/g;

function withWords(content: string, words: Readonly<Record<string, string>>): string {
  const lineOf = (word = ""): string => (word === "" ? "" : `${word}\n`);
  return content
    .replaceAll(LINE, (_, word: string) => lineOf(words[word]))
    .replaceAll(WORD, (_, word: string) => words[word] ?? "");
}

function filesBelow(folder: string, below = ""): readonly ProjectFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(folder, path);
    return [{ path, content: readFileSync(join(folder, path), "utf8") }];
  });
}
