import type { ContainerRow, RowRaw } from "../../rows/container-row.js";
import { withTexts } from "../../messages/with-texts.js";
import type { KnownDifference } from "../known-difference.js";
import { placedIn, scalarIn } from "../parts/placed.js";
import {
  blamingUser,
  giving,
  hasError,
  inputsOf,
  interfaceOf,
  outputsOf,
  succeeding,
} from "../parts/row-messages.js";

/** A `file://` URI among the inputs. */
export const fileUris: KnownDifference = {
  name: "file URIs",
  reason: "a `file://` URI is read, where flytekit looks for a path of that very text",
  instead(row) {
    const isRead = urisIn(row).some(
      (uri) => uri.startsWith("file://") && isThere(row, uri.slice("file://".length)),
    );
    return isRead && hasError(row, { code: "SYSTEM" }) ? succeeding(row) : undefined;
  },
};

/** A file or directory that is not there. */
export const readWhenAsked: KnownDifference = {
  name: "read when asked",
  reason:
    "a file is looked for when the task asks for it, so that it is the task that fails if there is none",
  instead(row) {
    const isGone = urisIn(row).some((uri) => uri.startsWith("{IN}/") && !isThere(row, uri));
    return isGone && hasError(row, { code: "SYSTEM" }) ? blamingUser(row) : undefined;
  },
};

/** A file that a task puts where it likes. */
export const placesOfOurOwn: KnownDifference = {
  name: "places of our own",
  reason: "a task cannot say where a file of its goes: it is put below the prefix for raw outputs",
  instead(row) {
    const outputs = outputsOf(row);
    const own = (uri: string): boolean =>
      uri.startsWith("{") && !uri.startsWith("{RAW}/") && !urisIn(row).includes(uri);
    const chosen =
      outputs === undefined ? [] : blobUris(placedIn(outputs, interfaceOf(row)?.outputs)).filter(own);
    if (outputs === undefined || chosen.length === 0) return undefined;
    const names = new Map(
      chosen.map((uri, index) => [uri, `{R${900 + index}}/${uri.slice(uri.lastIndexOf("/") + 1)}`]),
    );
    const raw = [...names.values()].map((name): RowRaw => ({ name }));
    const moved = withTexts(outputs, (text) => (names.has(text) ? `{RAW}/${names.get(text)}` : text));
    return { ...giving(row, moved), raw: [...row.raw, ...raw] };
  },
};

/** A file whose name has what a URL would quote. */
export const namesAsTheyAre: KnownDifference = {
  name: "names as they are",
  reason: "a literal has the name of the file, where flytekit unquotes it and nothing is there",
  instead(row) {
    const outputs = outputsOf(row);
    const quoted = row.raw
      .filter(({ name }) => /%[0-9a-f]{2}/i.test(name))
      .map(({ name }) => `{RAW}/${name}`);
    if (outputs === undefined || quoted.length === 0) return undefined;
    const names = new Map(quoted.map((uri) => [decodeURIComponent(uri), uri]));
    return {
      ...giving(
        row,
        withTexts(outputs, (text) => names.get(text) ?? text),
      ),
      raw: row.raw,
    };
  },
};

/** A file that is where outputs go already. */
export const oneCopy: KnownDifference = {
  name: "one copy",
  reason: "what is written to the prefix for raw outputs is not copied once more",
  instead(row) {
    const uris = new Set(blobUris(placedIn(outputsOf(row), interfaceOf(row)?.outputs)));
    const isNamed = ({ name }: RowRaw): boolean => uris.has(`{RAW}/${name}`);
    const isCopied = (entry: RowRaw): boolean =>
      !isNamed(entry) &&
      row.raw.some((each) => isNamed(each) && each.b64 !== undefined && each.b64 === entry.b64);
    const raw = row.raw.filter((entry) => !isCopied(entry));
    return raw.length < row.raw.length ? { ...row, raw } : undefined;
  },
};

function urisIn(row: ContainerRow): readonly string[] {
  return blobUris(placedIn(inputsOf(row), interfaceOf(row)?.inputs));
}

function blobUris(placed: ReturnType<typeof placedIn>): readonly string[] {
  return placed.flatMap(({ literal }) => {
    const scalar = scalarIn(literal);
    return scalar?.$case === "blob" ? [scalar.value.uri] : [];
  });
}

function isThere({ files = {} }: ContainerRow, uri: string): boolean {
  const name = uri.replace(/^\{IN\}\//, "");
  return Object.keys(files).some((file) => file === name || file.startsWith(`${name}/`));
}
