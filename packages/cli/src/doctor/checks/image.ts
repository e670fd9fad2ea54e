import { textOf } from "@flytekit-ts/core/errors";
import { type Finding, ok, problem, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";
import { timeLimit } from "../time-limit.js";

const COMPONENT = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
const REFERENCE = new RegExp(
  `^(?:(?<host>[A-Za-z0-9.-]+(?::\\d+)?)/)?(?<path>${COMPONENT}(?:/${COMPONENT})*)(?::(?<tag>[\\w][\\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[a-f0-9]{32,}))?$`,
);

/** Whether the image of tasks is named rightly, and its registry answers. */
export const image: Check = {
  name: "image",
  needs: "project",
  examine: async (patient) => {
    const { settings } = await patient.project();
    const { image: main, images = {} } = settings;
    const named = [main, ...Object.values(images)].flatMap((each) =>
      typeof each === "string"
        ? [each]
        : each !== undefined && "repository" in each
          ? [`${each.repository}:made`]
          : [],
    );
    if (named.length === 0) return skipped("no image is named");
    return (await Promise.all(named.map((each) => imageFindings(each, patient.signal)))).flat();
  },
};

/** What is wrong with one reference, if anything. */
export async function imageFindings(reference: string, signal: AbortSignal): Promise<readonly Finding[]> {
  const parts = partsOf(reference);
  if (parts === undefined)
    return [
      problem(
        `${JSON.stringify(reference)} is no reference of an image`,
        "Write it as registry/repository:tag, such as `ghcr.io/acme/tasks:v1`.",
      ),
    ];
  if (parts.path.startsWith("your-name/"))
    return [
      warning(
        `${reference} is the example of the template`,
        "Name your own image in flyte.config.ts, and push it there.",
      ),
    ];
  if (!parts.isFixed)
    return [
      warning(
        `${reference} names no tag`,
        "Give a tag of your own or a digest: `latest` may be another image for each task.",
      ),
    ];
  return [await registryFinding(parts.host, reference, signal)];
}

interface Parts {
  readonly host: string;
  readonly path: string;
  readonly isFixed: boolean;
}

const HUB = "registry-1.docker.io";

function partsOf(reference: string): Parts | undefined {
  const found = REFERENCE.exec(reference)?.groups;
  if (found === undefined) return undefined;
  const { host, path = "", tag, digest } = found;
  const isFixed = digest !== undefined || (tag !== undefined && tag !== "latest");
  // As docker reads it: a first part without a dot or port is a part of the path.
  if (host === undefined || host === "docker.io" || !/[.:]|^localhost$/.test(host))
    return {
      host: HUB,
      path: host === undefined || host === "docker.io" ? path : `${host}/${path}`,
      isFixed,
    };
  return { host, path, isFixed };
}

const REGISTRY_TIME = 5000;

async function registryFinding(host: string, reference: string, signal: AbortSignal): Promise<Finding> {
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? "http" : "https";
  const limit = timeLimit(REGISTRY_TIME, signal);
  try {
    // Any answer will do: most registries want to know first who asks.
    const answer = await fetch(`${scheme}://${host}/v2/`, { signal: limit.signal });
    await answer.body?.cancel();
    return ok(`${reference}: its registry answers`);
  } catch (error) {
    const why = textOf((error as { readonly cause?: unknown }).cause ?? error);
    return warning(
      `${reference}: its registry ${host} does not answer from here (${why})`,
      "Check the name and the network. The cluster needs the registry in any case.",
    );
  } finally {
    limit.clear();
  }
}
