/** What a `pyflyte package` was asked for. */
export interface PackageArguments {
  readonly packages: readonly string[];
  readonly images: readonly string[];
  readonly environment: readonly string[];
  readonly copy: string;
  readonly destination: string;
  readonly followLinks: boolean;
  readonly output: string;
  readonly overwrite: boolean;
}

const FLAGS = new Set(["--fast", "--deref-symlinks", "-f", "--force", "package", "pyflyte"]);

const LONG: { readonly [option: string]: string } = {
  "-k": "--pkgs",
  "-i": "--image",
  "-o": "--output",
  "-d": "--in-container-source-path",
  "--dest-dir": "--in-container-source-path",
  "--envvars": "--env",
};

/** Read the arguments of a row. */
export function readArguments(argv: readonly string[]): PackageArguments {
  const values = new Map<string, string[]>();
  for (let at = 0; at < argv.length; at += 1) {
    const [given = "", inline] = (argv[at] ?? "").split(/=(.*)/s);
    const option = LONG[given] ?? given;
    const value = FLAGS.has(given) ? "" : (inline ?? argv[(at += 1)] ?? "");
    values.set(option, [...(values.get(option) ?? []), value]);
  }
  const last = (option: string, otherwise: string): string => values.get(option)?.at(-1) ?? otherwise;
  const packages = (values.get("--pkgs") ?? []).flatMap((each) => each.split(","));
  return {
    packages,
    images: values.get("--image") ?? [],
    environment: values.get("--env") ?? [],
    copy: values.has("--fast") ? "all" : last("--copy", "none"),
    destination: last("--in-container-source-path", "/root"),
    followLinks: values.has("--deref-symlinks"),
    output: last("--output", "flyte-package.tgz"),
    overwrite: values.has("-f") || values.has("--force"),
  };
}
