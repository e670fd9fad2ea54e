/** What to do about a setting that is missing, or that Flyte does not take. */
export function settingHint(setting: string): string {
  return HINTS.get(setting) ?? "Give it in the settings, beside project, domain and version.";
}

const ID =
  'Give it in the settings, the second argument: `{ project: "flytesnacks", domain: "development", ... }`.';

const HINTS: ReadonlyMap<string, string> = new Map([
  ["project", ID],
  ["domain", ID],
  ["version", 'Give what tells this registration from others, in the settings: `{ ..., version: "v1" }`.'],
  ["image", 'Name the image in which tasks run, in the settings: `{ ..., image: "registry/name:1" }`.'],
  ["environment", 'Give name and value apart: `environment: { MODE: "fast" }`.'],
  ["resolver", "Give an object with `location`, `loaderArgs` and `loadTask`, or leave `resolver` out."],
  [
    "resolver.location",
    "Say where a container imports the resolver from, or `undefined` for the resolver that it uses by itself.",
  ],
  ["root", "Give the folder from which modules are imported where tasks run, or leave `root` out."],
]);
