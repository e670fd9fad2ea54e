import type { Settings } from "../config/config.js";
import type { Project } from "../config/project.js";

/** A setting for people: its name, its value in words, and where it is from. */
export interface ShownSetting {
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/**
 * The settings of a project that somebody said, and the folders that follow from them. What may be secret is not shown: of
 * environment variables only the names are. Those of the cluster are not among them: the client of the cluster knows them.
 */
export function shownSettings(project: Project): readonly ShownSetting[] {
  const { settings, sources, configFile, profile, root, runsFolder } = project;
  const said = Object.keys(sources)
    .filter((name) => name !== "project" && name !== "domain" && !name.startsWith("cluster."))
    .map((name) => ({ name, value: valueWords(settings, name), source: sources[name] ?? "" }));
  const isSaid = (name: string): boolean => Object.hasOwn(sources, name);
  return [
    ...(configFile === undefined
      ? []
      : [{ name: "config", value: configFile, source: "the nearest folder with one" }]),
    ...(profile === undefined
      ? []
      : [{ name: "profile", value: profile, source: "--profile or TSFLYTE_PROFILE" }]),
    ...said,
    ...(isSaid("root") ? [] : [{ name: "root", value: root, source: "the default" }]),
    ...(isSaid("runs.dir") ? [] : [{ name: "runs.dir", value: runsFolder, source: "the default" }]),
    ...(isSaid("code") ? [] : [{ name: "code", value: "bundle", source: "the default" }]),
  ];
}

function valueWords(settings: Settings, path: string): string {
  if (path.startsWith("environment.")) return "(hidden)";
  const value = valueAt(settings, path);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  if (path === "resolver") return settings.resolver?.location ?? "by module and name";
  if (path === "image" || path.startsWith("images.")) {
    const { id, repository, dockerfile } = Object(value) as Partial<
      Record<"id" | "repository" | "dockerfile", string>
    >;
    return id ?? `${repository}, made of ${dockerfile}`;
  }
  return "(an object)";
}

// Names of images may have dots; those of other settings have none.
function valueAt(settings: Settings, path: string): unknown {
  const [first = "", ...rest] = path.split(".");
  const keys = rest.length === 0 ? [first] : [first, ...(first === "images" ? [rest.join(".")] : rest)];
  return keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), settings);
}
