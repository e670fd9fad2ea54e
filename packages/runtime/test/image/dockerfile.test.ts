import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { dockerPatterns } from "../../src/code/docker-patterns.js";
import { checkDockerfile } from "./check-dockerfile.js";

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../image/${name}`, import.meta.url)), "utf8");

const dockerfile = read("Dockerfile");

/** The Dockerfile with one part of it replaced, which must be there. */
function planted(from: string | RegExp, to: string): string {
  const changed = dockerfile.replace(from, to);
  if (changed === dockerfile) throw new Error(`the Dockerfile has no ${String(from)}`);
  return changed;
}

describe("the Dockerfile for users", () => {
  it("keeps the rules of an image for tasks", () => {
    expect(checkDockerfile(dockerfile)).toEqual([]);
  });

  it.each([
    ["root", planted("USER 1000:1000\n", ""), "the user is root, not the number of another"],
    ["root by number", planted("USER 1000:1000", "USER 0"), "the user is 0, not the number of another"],
    ["a name", planted("USER 1000:1000", "USER node"), "the user is node, not the number of another"],
    [
      "root after all",
      planted("ENTRYPOINT []", "USER root\nENTRYPOINT []"),
      "the user is root, not the number of another",
    ],
    [
      "the shell form",
      planted('CMD ["tsflyte-execute", "--help"]', "CMD tsflyte-execute --help"),
      "CMD has the shell form: signals reach a shell",
    ],
    ["a shell", planted("ENTRYPOINT []", 'ENTRYPOINT ["/bin/sh", "-c"]'), "ENTRYPOINT starts a shell"],
    ["the script of the base", planted("ENTRYPOINT []\n", ""), "the script of the base starts the process"],
    ["one stage", planted(/FROM \$\{NODE_IMAGE\}\n/, ""), "it has one stage: what builds stays in the image"],
    ["a large base", planted("-bookworm-slim", ""), "the base node:24 is not a small one of a tag"],
    ["an open base", planted("node:24-bookworm-slim", "node"), "the base node is not a small one of a tag"],
    ["packages for development", planted(" --omit=dev", ""), "packages for development stay in the image"],
    ["a secret", planted("ENTRYPOINT", "ENV NPM_TOKEN=x\nENTRYPOINT"), "ENV holds a secret"],
    ["ADD", planted("COPY . .", "ADD . ."), "ADD fetches and unpacks: COPY only copies"],
    [
      "another folder",
      planted(/WORKDIR \/app\nCOPY --from/, "WORKDIR /srv\nCOPY --from"),
      "containers start in /srv",
    ],
    ["no PATH", planted("/app/node_modules/.bin:", ""), "the PATH lacks the programs of packages"],
    ["no NODE_ENV", planted("NODE_ENV=production", "A=1"), "NODE_ENV is not production"],
  ])("would not keep them with %s", (_what, text, problem) => {
    expect(checkDockerfile(text).join("\n")).toContain(problem);
  });
});

describe("the .dockerignore for users", () => {
  const isIgnored = dockerPatterns(read(".dockerignore"));

  it.each([
    ...[
      "node_modules/a/index.js",
      "packages/a/node_modules/b.js",
      ".git/config",
      ".env",
      ".env.local",
      "a/.env",
    ],
    ...[
      "packages/a/coverage/x",
      ".npmrc",
      "keys/a.pem",
      "flyte-package.tgz",
      "Dockerfile",
      "tsconfig.tsbuildinfo",
    ],
  ])("leaves out %s", (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it.each([
    ...[
      "package.json",
      "package-lock.json",
      "src/flows.ts",
      "dist/flows.js",
      "tsconfig.json",
      ".dockerignore",
    ],
    ...["data/table.csv", "src/environment.ts", "vendor/a.tgz"],
  ])("keeps %s", (path) => {
    expect(isIgnored(path)).toBe(false);
  });
});
