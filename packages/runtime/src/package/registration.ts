import { serialize } from "@flytekit-ts/workflow/serialize";
import type { PackageSettings } from "./package-settings.js";

/** Project, domain and version of identifiers. */
export interface Registration {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
}

/** What stands for a registration that is still open, while messages are made and checked. No project has this name. */
export const OPEN: Registration = {
  project: "flytekit-ts.open-project",
  domain: "flytekit-ts.open-domain",
  version: "flytekit-ts.open-version",
};

const EMPTY: Registration = { project: "", domain: "", version: "" };

/** The words that `flytectl register files` replaces, exactly as they are. */
const PLACEHOLDERS: Registration = {
  project: "{{ registration.project }}",
  domain: "{{ registration.domain }}",
  version: "{{ registration.version }}",
};

/** What identifiers get, and what a container is told ahead of its registration. */
export interface Registered {
  readonly ids: Registration;
  readonly known: Registration;
}

/** The registration that settings ask for. */
export function registered(
  { ids, project = "", domain = "" }: Pick<PackageSettings, "ids" | "project" | "domain">,
  version: string,
): Registered {
  if (ids !== "settings") return { ids: ids === "placeholders" ? PLACEHOLDERS : EMPTY, known: EMPTY };
  const own = { project, domain, version };
  return { ids: own, known: own };
}

/** Check project, domain and version as far as they are given, or all that `ids` asks for. @throws `SETTINGS_INVALID` */
export function assertRegistration({ ids, project, domain, version }: PackageSettings): void {
  const otherwise = ids === "settings" ? "" : "open";
  serialize([], {
    project: project ?? otherwise,
    domain: domain ?? otherwise,
    version: version ?? "open",
    image: "open",
  });
}
