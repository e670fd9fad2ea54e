// What npm takes for the name of a new package, without the names of Node's own modules.
const NAME = /^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/;
const LONGEST = 214;
const RESERVED: ReadonlySet<string> = new Set(["node_modules", "favicon.ico"]);

/** Whether npm takes this name for a package. */
export function isPackageName(name: string): boolean {
  return NAME.test(name) && name.length <= LONGEST && !RESERVED.has(name);
}

/** A name that npm takes, as like to a text as it can be: `Mein Gärtchen` becomes `mein-gartchen`. */
export function packageNameOf(text: string): string {
  const name = text
    .normalize("NFKD")
    // Accents, which are now letters of their own.
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replaceAll(/^[-._]+|[-._]+$/g, "")
    .slice(0, LONGEST);
  return isPackageName(name) ? name : "flyte-project";
}

/** A name for the image of a package: without its scope, and of what registries take. */
export function imageNameOf(packageName: string): string {
  const name = packageName.replace(/^@.*\//, "").replaceAll(/[._-]{2,}/g, "-");
  return name.replaceAll(/^[-._]+|[-._]+$/g, "") || "tasks";
}
