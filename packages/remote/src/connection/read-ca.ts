import { readFileSync } from "node:fs";
import { systemWords } from "@flytekit-ts/core/storage";
import { configErrors as errors } from "../errors/config-errors.js";

/**
 * The certificates of the authorities in a PEM file.
 *
 * @throws `CONFIG_FILE_INVALID`
 */
export function readCa(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw errors.CONFIG_FILE_INVALID({ path, problem: systemWords(error, "reading") }, { cause: error });
  }
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw errors.CONFIG_FILE_INVALID({ path, problem: "it holds no certificate in PEM form" });
}
