import { createWriteStream } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  fileNameOf,
  localPathOf,
  type Signal,
  type Storage,
  systemCode,
  systemWords,
} from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import { makeFolder } from "../../command/make-folder.js";
import { throughPartial } from "../../command/partial-file.js";
import { errors } from "../../errors.js";
import { fetchWithFiles } from "./fetch-with-files.js";

/** Where files are downloaded from, and into which folder. */
export interface Downloading {
  readonly storage: Storage;
  /** Absolute. */
  readonly folder: string;
  readonly signal: Signal;
}

/** A file that was downloaded: of which value, from where, and where it is now. */
export interface Downloaded {
  /** The name of the value, and the place inside it: `report`, `pages/0`. */
  readonly value: string;
  readonly uri: string;
  readonly path: string;
}

interface Place {
  readonly value: string;
  readonly uri: string;
  readonly isMany: boolean;
}

/**
 * Download all files, directories and datasets in some values, each into a folder of its value's name.
 *
 * A file is there whole or not at all.
 *
 * @throws `FILE_UNUSABLE`, `LITERAL_NOT_FETCHED`, and what the storage throws
 */
export async function downloadFiles(literals: Literals, into: Downloading): Promise<readonly Downloaded[]> {
  const whole = await fetchWithFiles(literals, into);
  const places = [...whole].flatMap(([name, literal]) => placesIn(literal, name));
  const downloaded: Downloaded[] = [];
  for (const place of places) downloaded.push(...(await downloadPlace(place, into)));
  return downloaded;
}

async function downloadPlace(
  { value, uri, isMany }: Place,
  into: Downloading,
): Promise<readonly Downloaded[]> {
  const folder = within(into.folder, value);
  if (!isMany) {
    const path = within(folder, nameOf(uri));
    await downloadFile(uri, path, into);
    return [{ value, uri, path }];
  }
  const paths: [uri: string, path: string][] = [];
  await eachBelow(uri, { ...into, folder }, (from, path) => paths.push([from, path]));
  return paths.map(([from, path]) => ({ value, uri: from, path }));
}

/** Download all that is below a URI. Gives where the files are. */
export async function downloadBelow(uri: string, into: Downloading): Promise<readonly string[]> {
  const paths: string[] = [];
  await eachBelow(uri, into, (_from, path) => paths.push(path));
  return paths;
}

async function eachBelow(
  uri: string,
  into: Downloading,
  tell: (from: string, path: string) => void,
): Promise<void> {
  // What is on this machine is listed by its paths.
  const local = localPathOf(uri);
  const listed = local === undefined ? uri : normalize(local);
  const prefix = listed.endsWith("/") ? listed : `${listed}/`;
  for await (const object of into.storage.list(prefix, { signal: into.signal })) {
    if (!object.uri.startsWith(prefix)) throw misnamed(object.uri, into.folder);
    const path = within(into.folder, object.uri.slice(prefix.length));
    await downloadFile(object.uri, path, into);
    tell(object.uri, path);
  }
}

/** Download one file. @throws `FILE_UNUSABLE`, and what the storage throws */
export async function downloadFile(
  uri: string,
  path: string,
  { storage, signal }: Omit<Downloading, "folder">,
): Promise<void> {
  let ofStorage: unknown;
  async function* content(): AsyncGenerator<Uint8Array, undefined> {
    try {
      yield* storage.read(uri, { signal });
    } catch (error) {
      ofStorage = error;
      throw error;
    }
  }
  try {
    makeFolder(dirname(path));
    await throughPartial(path, (partial) =>
      pipeline(Readable.from(content()), createWriteStream(partial, { flags: "wx" })),
    );
  } catch (error) {
    if (error === ofStorage || systemCode(error) === "") throw error;
    // What the system says names the partial file, or nothing.
    throw errors.FILE_UNUSABLE({ path, problem: systemWords(error, "writing") }, { cause: error });
  }
}

// Names come from a cluster: none may lead out of the folder.
function within(folder: string, name: string): string {
  const path = join(folder, ...name.split("/").map((step) => step.replaceAll("\0", "")));
  const steps = relative(folder, path).split(sep);
  if (steps[0] !== ".." && path !== folder) return path;
  throw misnamed(name, folder);
}

function misnamed(name: string, folder: string): Error {
  return errors.USAGE_INVALID({
    command: "tsflyte",
    problem: `${JSON.stringify(name)} is not a name for a file in ${folder}`,
    advice: "Read the value from a program.",
  });
}

/** The name of the file that a URI leads to. */
export function nameOf(uri: string): string {
  return fileNameOf(localPathOf(uri) ?? uri, "file");
}

const MULTIPART = 1;

function placesIn({ value }: idl.Literal, name: string): readonly Place[] {
  switch (value?.$case) {
    case "collection":
      return value.value.literals.flatMap((each, index) => placesIn(each, `${name}/${index}`));
    case "map":
      return [...value.value.literals].flatMap(([key, each]) => placesIn(each, `${name}/${key}`));
    case "scalar":
      return scalarPlaces(value.value, name);
    default:
      return [];
  }
}

function scalarPlaces({ value }: idl.Scalar, name: string): readonly Place[] {
  switch (value?.$case) {
    case "blob":
      return [
        {
          value: name,
          uri: value.value.uri,
          isMany: value.value.metadata?.type?.dimensionality === MULTIPART,
        },
      ];
    case "structuredDataset":
    case "schema":
      return [{ value: name, uri: value.value.uri, isMany: value.value.uri.endsWith("/") }];
    case "union":
      return value.value.value === undefined ? [] : placesIn(value.value.value, name);
    default:
      return [];
  }
}
