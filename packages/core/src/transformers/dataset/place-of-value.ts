import { type DatasetPlace, isRows, placeOf, sameFormat } from "./dataset-place.js";
import { mismatch, refused } from "../../types/mismatch.js";
import { shorten } from "../../words/enumerate.js";
import { formatOfName } from "./find-format.js";
import type { DatasetDeclaration } from "./dataset-declaration.js";

/** Datasets in words, with the format if the type has one. */
export function datasetWords({ format }: DatasetDeclaration): string {
  return format === "" ? "dataset" : `dataset in ${shorten(format)}`;
}

/**
 * The place that a value names, with the format that it says, or else its type, or else the name of the file.
 *
 * @throws `VALUE_TYPE_MISMATCH`
 */
export function placeOfValue(value: unknown, declaration: DatasetDeclaration): DatasetPlace {
  const place = placeOf(value);
  if (place === undefined || place.uri === "")
    throw refused(value, datasetWords(declaration), isRows(value) ? "rows" : undefined);
  const format = place.format || declaration.format || formatOfName(place.uri, declaration.formats);
  return ofFormat({ uri: place.uri, format }, declaration);
}

/** The place, if it has the format of the type. Formats are compared as Flyte does. @throws `VALUE_TYPE_MISMATCH` */
export function ofFormat(place: DatasetPlace, declaration: DatasetDeclaration): DatasetPlace {
  if (!sameFormat(place.format, declaration.format))
    throw mismatch(datasetWords(declaration), `a dataset in ${shorten(place.format)}`);
  return place.format === "" ? { ...place, format: declaration.format } : place;
}
