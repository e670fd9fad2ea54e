/** The hint for a setting that is missing or that Flyte does not accept. */
export function settingHint(setting: string): string {
  return HINTS.get(setting) ?? "Give it in the settings, beside project, domain and version.";
}

const ID =
  'Give it in the settings, the second argument: `{ project: "flytesnacks", domain: "development", ... }`.';

const HINTS: ReadonlyMap<string, string> = new Map([
  ["project", ID],
  ["domain", ID],
  ["version", 'Give a version that only this registration has, in the settings: `{ ..., version: "v1" }`.'],
  ["image", 'Name the image in which tasks run, in the settings: `{ ..., image: "registry/name:1" }`.'],
  ["environment", 'Give the name and the value separately: `environment: { MODE: "fast" }`.'],
  ["cacheVersion", "Give `cacheVersionOf` of `@flytekit-ts/local-exec`, or leave `cacheVersion` out."],
  ["resolver", "Give an object with `location`, `loaderArgs` and `loadTask`, or leave `resolver` out."],
  [
    "resolver.location",
    "Give the module and export from which a container imports the resolver, or `undefined` for its default resolver.",
  ],
  ["root", "Give the folder from which modules are imported where tasks run, or leave `root` out."],
]);
