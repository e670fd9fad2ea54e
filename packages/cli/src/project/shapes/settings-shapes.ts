import type { Resources, RunAs } from "@flytekit-ts/core";
import type { PlanSettings } from "@flytekit-ts/core/tasks";
import type { AuthOptions } from "@flytekit-ts/remote";
import type { BundleSettings, ClusterSettings, Config, Settings } from "../../config/config.js";
import type { DockerImage } from "../../config/docker-image.js";
import { mapOf, objectOf, wrong } from "./object-shape.js";
import type { Shape } from "./shape.js";
import {
  anyText,
  boolean,
  choiceOf,
  count,
  eitherOf,
  fn,
  listOf,
  text,
  withMethods,
} from "./simple-shapes.js";

type ShapesOf<T> = { readonly [K in keyof Required<T>]: Shape };

const texts = listOf(text, "a list of strings");

const docker: ShapesOf<DockerImage> = {
  repository: text,
  dockerfile: text,
  context: text,
  platform: text,
  target: text,
  args: mapOf(anyText, "strings by name"),
};

const hook: Shape = (value, keys) => {
  const faults = withMethods(["exists", "build"], "an image hook")(value, keys);
  return faults.length > 0 ? faults : text(Reflect.get(Object(value), "id"), [...keys, "id"]);
};

const dockerImage = objectOf(docker, ["repository"]);

const image: Shape = (value, keys) => {
  if (typeof value === "string") return text(value, keys);
  if (typeof value !== "object" || value === null) return [wrong(keys, "the reference of an image", value)];
  // A hook has functions; what has none is meant for a Dockerfile.
  return withMethods(["build"], "an image hook")(value, keys).length === 0
    ? hook(value, keys)
    : dockerImage(value, keys);
};

const storage = withMethods(["read", "write", "stat", "list", "delete"], "a storage");
const storages = eitherOf("a storage or a list of storages", storage, listOf(storage, "a list of storages"));

const auth: ShapesOf<AuthOptions> = {
  type: text,
  clientId: text,
  clientSecret: fn,
  scopes: texts,
  audience: text,
  command: texts,
  proxyCommand: texts,
};

const timeSpan: Shape = eitherOf('milliseconds, or a text such as "90 s"', text, count);

const cluster: ShapesOf<ClusterSettings> = {
  config: text,
  endpoint: text,
  insecure: boolean,
  insecureSkipVerify: boolean,
  interactive: boolean,
  caCertFile: text,
  consoleEndpoint: text,
  httpProxy: text,
  auth: objectOf(auth),
  timeout: timeSpan,
};

const bundle: ShapesOf<BundleSettings> = {
  platforms: listOf(
    choiceOf(["linux-x64", "linux-arm64", "linux-x64-musl", "linux-arm64-musl"]),
    "a list of platforms",
  ),
  external: texts,
  keep: listOf(choiceOf(["schemas", "composites"]), "a list of parts"),
  minify: boolean,
};

const quantity = eitherOf('a quantity, such as "500m" or "2Gi"', text, count);
const resource = eitherOf(
  "a quantity, or `{ request, limit }`",
  quantity,
  objectOf({ request: quantity, limit: quantity }),
);
const resources: ShapesOf<Resources> = {
  cpu: resource,
  memory: resource,
  gpu: resource,
  ephemeralStorage: resource,
};

const strings = mapOf(anyText, "strings by name");
const plans: ShapesOf<PlanSettings> = {
  labels: strings,
  annotations: strings,
  runAs: objectOf({ serviceAccount: text, iamRole: text } satisfies ShapesOf<RunAs>),
  rawOutputPrefix: text,
};

const resolver: Shape = (value, keys) => {
  const faults = withMethods(["loaderArgs", "loadTask"], "a resolver of tasks")(value, keys);
  const location: unknown = faults.length > 0 ? undefined : Reflect.get(Object(value), "location");
  return location === undefined ? faults : text(location, [...keys, "location"]);
};

const settings: ShapesOf<Settings> = {
  modules: texts,
  root: text,
  project: text,
  domain: text,
  version: text,
  image,
  images: mapOf(image, "images by name"),
  code: choiceOf(["bundle", "files", "image"]),
  destination: text,
  resolver,
  bundle: objectOf(bundle),
  environment: strings,
  resources: objectOf(resources),
  plans: objectOf(plans),
  rawOutputPrefix: text,
  storage: storages,
  cluster: objectOf(cluster),
  runs: objectOf({ dir: text, keep: count } satisfies ShapesOf<NonNullable<Settings["runs"]>>),
  cache: eitherOf("the path of a folder, or true or false", text, boolean),
  allow: texts,
};

const config: ShapesOf<Config> = {
  ...settings,
  profiles: mapOf(objectOf(settings), "settings by the name of a profile"),
};

/** The names of all settings. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings);

/** What the default export of a configuration has to be. */
export const configShape: Shape = objectOf(config);

/** What one setting has to be. */
export const settingShapes: ShapesOf<Settings> = settings;
