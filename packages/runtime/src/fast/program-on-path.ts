import { constants } from "node:fs";
import { access, realpath } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The real path of a program, as a shell finds it; undefined if it finds none. */
export async function programOnPath(name: string, path: string | undefined): Promise<string | undefined> {
  const places = name.includes("/")
    ? [name]
    : (path ?? "").split(delimiter).map((each) => join(each || ".", name));
  for (const place of places) {
    try {
      await access(place, constants.X_OK);
      return await realpath(place);
    } catch {
      // Not there, or not to be run: it may be in the next place.
    }
  }
  return undefined;
}
