import type { Cli } from "../command/cli.js";
import type { CommandEntry, CommandGroup } from "../command/command.js";
import { defineCommand } from "../command/command-spec.js";
import type { OptionSpec } from "../command/option-spec.js";
import type { InputFlag } from "../inputs/input-flags.js";
import { type Candidate, type Completion, NOTHING } from "./completion.js";
import { entities, inputs, profiles, runs } from "./dynamic.js";
import { type Given, nameOf, optionOf, optionsOf, type Place, placeOf } from "./place.js";

/**
 * What may stand for the last of the words behind `tsflyte`, which may be empty or only begun.
 *
 * Of an entity's inputs and of a file's exports it knows by loading the file, as running it would.
 */
export async function complete(
  words: readonly string[],
  registry: readonly (CommandEntry | CommandGroup)[],
  cli: Cli,
): Promise<Completion> {
  const current = words.at(-1) ?? "";
  const place = placeOf(words.slice(0, -1), registry);
  const { candidates, paths } = await at(place, current, withTyped(place.given, cli));
  return { candidates: candidates.filter(({ text }) => text.startsWith(current)), paths };
}

const NO_OPTIONS = defineCommand({ name: "", summary: "", arguments: {}, options: {}, examples: [] });

// The project is that of the line that is typed, if it says which.
function withTyped({ options }: Given, cli: Cli): Cli {
  const { config, profile } = options;
  const typed = Object.entries({ config, profile }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  return cli.reread(NO_OPTIONS, typed).cli;
}

async function at(place: Place, current: string, cli: Cli): Promise<Completion> {
  const { given } = place;
  if (place.kind === "value") return await valuesOf(place.name, place.option, cli);
  const written = optionOf(current, given.spec, given.arguments.length);
  if (written !== undefined && current.includes("=")) {
    const { candidates } = await valuesOf(written.name, written.spec, cli);
    const head = current.slice(0, current.indexOf("=") + 1);
    return { candidates: candidates.map(({ text, says }) => ({ text: `${head}${text}`, says })) };
  }
  const file = given.spec?.takesRest === true ? given.arguments[0] : undefined;
  const entity = given.arguments[1];
  if (file !== undefined && entity !== undefined)
    return await atInputs({ file, entity }, given, { current, cli });
  if (current.startsWith("-")) return { candidates: optionCandidates(given) };
  if (place.kind === "command")
    return {
      candidates: place.commands.map((each) => ({
        text: nameOf(each),
        says: ("spec" in each ? each.spec : each).summary,
      })),
    };
  return await argument(given, cli);
}

/** Behind an entity: its inputs, and the options of the command. */
async function atInputs(
  { file, entity }: { readonly file: string; readonly entity: string },
  given: Given,
  { current, cli }: { readonly current: string; readonly cli: Cli },
): Promise<Completion> {
  const flags = await inputs(cli, file, entity).catch((): readonly InputFlag[] => []);
  const before = given.arguments.slice(2);
  const asking = flags.find(
    ({ flags: texts, takesValue }) => takesValue && texts.includes(before.at(-1) ?? ""),
  );
  if (asking !== undefined) return ofInput(asking);
  const [head, ...rest] = current.split("=");
  const joined = rest.length === 0 ? undefined : flags.find(({ flags: texts }) => texts.includes(head ?? ""));
  if (joined !== undefined)
    return { candidates: joined.choices.map((text) => ({ text: `${head}=${text}` })) };
  const last = before.at(-1);
  const option = last === undefined ? undefined : optionOf(last, given.spec, 0);
  if (option !== undefined && option.spec.kind !== "flag" && option.value === undefined)
    return await valuesOf(option.name, option.spec, cli);
  const isNew = ({ flags: texts }: InputFlag): boolean =>
    !texts.some((text) => before.some((each) => each === text || each.startsWith(`${text}=`)));
  const candidates = flags.filter(isNew).flatMap((flag): readonly Candidate[] => {
    const says = [flag.takes, flag.description].filter((each) => each !== undefined).join(", ");
    return [...flag.flags.slice(0, 1), ...flag.negations.slice(0, 1)].map((text) => ({ text, says }));
  });
  return { candidates: current.startsWith("-") ? [...candidates, ...optionCandidates(given)] : candidates };
}

const ofInput = ({ choices, completes }: InputFlag): Completion => ({
  candidates: choices.map((text) => ({ text })),
  paths: completes,
});

function optionCandidates({ spec, options }: Given): readonly Candidate[] {
  return Object.entries(optionsOf(spec)).flatMap(([name, option]) => {
    if (Object.hasOwn(options, name) && option.kind !== "many") return [];
    const positive = { text: `--${name}`, says: option.says };
    const isNegatable = option.kind === "flag" && option.negatable === true;
    return isNegatable ? [positive, { text: `--no-${name}`, says: option.says }] : [positive];
  });
}

const FILES = /FILE|PATH|ARCHIVE/;
const FOLDERS = /FOLDER|DIR/;

async function valuesOf(name: string, option: OptionSpec, cli: Cli): Promise<Completion> {
  if (option.kind === "choice") return { candidates: option.choices.map((text) => ({ text })) };
  if (name === "profile") return { candidates: await profiles(cli) };
  return option.kind === "flag" || option.kind === "count" ? NOTHING : await named(option.placeholder, cli);
}

/** What a word of this meaning may be. */
async function named(meaning: string, cli: Cli): Promise<Completion> {
  if (/^RUN\b/.test(meaning)) return { candidates: await runs(cli) };
  if (FOLDERS.test(meaning)) return { candidates: [], paths: "directory" };
  return FILES.test(meaning) ? { candidates: [], paths: "file" } : NOTHING;
}

async function argument({ spec, arguments: before }: Given, cli: Cli): Promise<Completion> {
  const all = Object.entries(spec?.arguments ?? {});
  const last = all.at(-1);
  const isMany = last?.[1].kind === "many" || last?.[1].kind === "any-number";
  const [name, given] = all[before.length] ?? (isMany ? last : undefined) ?? [];
  if (name === undefined) return NOTHING;
  if (given?.choices !== undefined) return { candidates: given.choices.map((text) => ({ text })) };
  if (given?.completes === "runs") return { candidates: await runs(cli) };
  const [file] = before;
  if (name.toUpperCase() === "ENTITY" && file !== undefined) return { candidates: await entities(cli, file) };
  return await named(name.toUpperCase(), cli);
}
