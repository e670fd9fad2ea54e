import { nameAndValue } from "../../inputs/name-and-value.js";
import type { Variables } from "../../local/options/environment.js";
import { ownWords } from "./own-words.js";
import { runSpec } from "./spec.js";

/**
 * The environment variables among the words behind an entity, which have to be set before its file is loaded.
 *
 * Only then is it known whether `--env` is an option or an input of the entity. So what is no `NAME=VALUE` is left out here: it
 * is refused when the words are read.
 */
export function variablesBehind(rest: readonly string[]): Variables {
  const { env } = runSpec.options;
  const words = ownWords(rest, { env });
  const texts = words.flatMap((word) => (word === "--env" ? [] : [word.replace(/^--env=/, "")]));
  return new Map(texts.filter((text) => text.indexOf("=") > 0).map((text) => nameAndValue(text, "env")));
}
