import type { Remote } from "@flytekit-ts/remote";

/** The page of a project in the console of a cluster. */
export function consoleOfProject(
  remote: Remote,
  { project, domain }: { readonly project: string; readonly domain: string },
): string {
  const { consoleUrl } = remote.execution({ project, domain, name: "x" });
  return consoleUrl.replace(/\/executions\/x$/, "/workflows");
}
