import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { byCodePoint } from "@flytekit-ts/core/graph";
import { codeDigest, imageId, type ImageContent, type ImageHook } from "@flytekit-ts/runtime/package";
import type { Host } from "../../command/host.js";
import type { CodeForm } from "../../config/config.js";
import type { DockerImage } from "../../config/docker-image.js";
import { packagingErrors } from "../../errors/packaging-errors.js";
import { copiedFromAbove, lockfileAdvice } from "../../project/lockfiles.js";
import { imageExists } from "./image-exists.js";
import { runDocker } from "./run-docker.js";

/** What makes an image of a Dockerfile, for whom and where. */
export interface DockerParts {
  /** Its paths are absolute. */
  readonly image: DockerImage;
  readonly code: CodeForm;
  readonly host: Pick<Host, "cwd" | "env" | "signal">;
  readonly onLine?: ((line: string) => void) | undefined;
}

const PLATFORM = "linux/amd64";

// What decides on the packages of an image. With code in an archive, all else of the folder does not matter.
const MANIFESTS = [
  ...["package.json", "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"],
  ...["yarn.lock", ".npmrc", ".yarnrc.yml", ".dockerignore", "bun.lock"],
];

/**
 * A hook that makes an image of a Dockerfile. Its tag is a hash of what goes into it: the Dockerfile, its arguments, the
 * lock file, and the files of the folder if the image holds the code.
 *
 * @throws `DOCKER_FAILED` if there is no such Dockerfile; `CODE_NOT_READ`, `CODE_EMPTY`
 */
export async function dockerHook({ image, code, host, onLine }: DockerParts): Promise<ImageHook> {
  const {
    repository,
    dockerfile = "Dockerfile",
    context = ".",
    platform = PLATFORM,
    target,
    args = {},
  } = image;
  const content = await contentOf({ dockerfile, context, code });
  const settings = JSON.stringify([
    platform,
    target ?? null,
    Object.entries(args).toSorted(([a], [b]) => byCodePoint(a, b)),
  ]);
  return {
    id: imageId(repository, { ...content, settings }),
    exists: (id) => imageExists(id, host),
    build: async (id, { push }) => {
      const flags = [
        ...["--tag", id, "--file", dockerfile, "--platform", platform],
        ...(target === undefined ? [] : ["--target", target]),
        ...Object.entries(args).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
      ];
      await demand({ action: `build ${id}`, args: ["build", ...flags, context], host, onLine });
      if (push) await demand({ action: `push ${id}`, args: ["push", id], host, onLine });
    },
  };
}

async function demand(call: Parameters<typeof runDocker>[0]): Promise<void> {
  if (await runDocker(call)) return;
  const problem = "it ended with an error";
  throw packagingErrors.DOCKER_FAILED({ action: call.action, problem });
}

async function contentOf({
  dockerfile,
  context,
  code,
}: {
  readonly dockerfile: string;
  readonly context: string;
  readonly code: CodeForm;
}): Promise<ImageContent> {
  if (!existsSync(dockerfile)) {
    const advice =
      "Write one (docs/guide/images.md has one to copy), or say where it is: `image: { repository, dockerfile }`.";
    throw packagingErrors.DOCKER_FAILED({
      action: "build an image",
      problem: `there is no ${dockerfile}`,
      advice,
    });
  }
  const text = readFileSync(dockerfile);
  const lockfile = copiedFromAbove(text.toString(), context);
  if (lockfile !== undefined)
    throw packagingErrors.DOCKER_FAILED({
      action: "build an image",
      problem: `${dockerfile} copies ${basename(lockfile)}, which is not in ${context}, but in ${dirname(lockfile)}`,
      advice: lockfileAdvice(context, lockfile),
    });
  const found = [...MANIFESTS.map((name) => join(context, name)), `${dockerfile}.dockerignore`].filter(
    existsSync,
  );
  const files = found.map((file) => [file.slice(dirname(file).length), readFileSync(file)] as const);
  const all = code === "image" ? { code: await codeDigest({ root: context }) } : {};
  return { dockerfile: text, ...Object.fromEntries(files), ...all };
}
