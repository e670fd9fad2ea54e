import type { Host } from "../../command/host.js";
import { packagingErrors } from "../../errors/packaging-errors.js";
import { runDocker } from "./run-docker.js";

/** How Docker and registries say that there is no such image, or nothing of that name yet. */
const ABSENT = /no such manifest|manifest[ _]unknown|name[ _]unknown|manifest for .* not found|: not found$/i;

/** What else an answer may mean, and what to do. The first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, (registry: string) => string])[] = [
  [
    /docker daemon|error during connect|docker\.sock|docker desktop/i,
    () => "Start Docker, and check that you may use it: `docker version`.",
  ],
  [
    /unauthori[sz]ed|denied|authentication|credential|forbidden|\b40[13]\b|docker login/i,
    (registry) =>
      `Sign in with \`docker login${registry}\`, as somebody who may read and push there. Some registries answer so for a repository that does not exist yet.`,
  ],
  [
    /toomanyrequests|too many requests|rate limit|\b429\b/i,
    () => "Wait a while, or sign in to the registry.",
  ],
  [
    /no such host|lookup|dial|timeout|timed out|deadline|refused|unreachable|reset|x509|certificate|tls|https?:\/\/|eof\b/i,
    () => "Check the name of the registry, the network and the proxy.",
  ],
];

/**
 * Whether an image is in its registry, as `docker manifest inspect` says.
 *
 * @throws `DOCKER_FAILED` if that cannot be said: without Docker, without being signed in, without a network
 */
export async function imageExists(
  image: string,
  host: Pick<Host, "cwd" | "env" | "signal">,
): Promise<boolean> {
  const action = `find out whether ${image} is in its registry`;
  const said: string[] = [];
  const onLine = (line: string): void => void (line.trim() !== "" && said.push(line.trim()));
  if (await runDocker({ action, args: ["manifest", "inspect", image], host, onLine })) return true;
  const all = said.join("\n");
  if (said.some((line) => ABSENT.test(line))) return false;
  const meaning = MEANINGS.find(([pattern]) => pattern.test(all));
  const force = "`tsflyte build --force` builds and pushes it without asking.";
  throw packagingErrors.DOCKER_FAILED({
    action,
    problem: (said.at(-1) ?? "it ended with an error").replace(/\.$/, ""),
    advice: meaning === undefined ? force : `${meaning[1](registryOf(image))} ${force}`,
  });
}

// As Docker reads it: a first part without a dot or port is a part of the path, on Docker's own registry.
function registryOf(image: string): string {
  const [first = "", ...rest] = image.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? ` ${first}` : "";
}
