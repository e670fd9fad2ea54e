import type { Interface } from "@flytekit-ts/core/graph";
import type { Cli } from "../../command/cli.js";
import { entityObject } from "../../entities/entity-object.js";
import { entityWords } from "../../entities/shown-name.js";
import { interfaceWords } from "../../entities/interface-words.js";
import { guidePage } from "../../help/guide-page.js";
import { helpStyle } from "../../help/help-style.js";
import { paragraphs, part, type Row, rowLines, usageLines } from "../../help/parts.js";
import { fieldWords } from "../../inputs/field-words.js";
import { flagsOf, type InputFlag } from "../../inputs/input-flags.js";
import type { FoundEntity } from "../../sources/found-entity.js";

/** An entity, and how it is called on a command line. */
export interface Called extends FoundEntity {
  readonly file: string;
  /** `tsflyte run src/flows.ts main` */
  readonly command: string;
}

/** What a page says of something that can be run. */
export interface Page {
  readonly command: string;
  /** `Workflow garden.daily` */
  readonly words: string;
  readonly interface: Interface;
  /** What `--json` prints. */
  readonly object: Parameters<Cli["out"]["object"]>[0];
}

/** Print the help page of an entity: its inputs as flags. */
export function printEntityPage(called: Called, cli: Cli): void {
  const { entity, command } = called;
  const { kind, name } = entity;
  const words = capitalised(entityWords(kind, name));
  printPage({ command, words, interface: entity.interface, object: entityObject(called) }, cli);
}

/** Print a help page with inputs as flags. */
export function printPage(
  { command, words, interface: asked, object }: Page,
  { out, host, globals }: Cli,
): void {
  out.object({ ...object, command });
  if (out.isJson) return;
  const style = helpStyle(globals, host);
  const rows = flagsOf(asked).map(rowOf);
  const file = "A JSON or YAML file with inputs by name; `-` reads them from standard input";
  const lines = [
    ...usageLines(`${command}${rows.length === 0 ? "" : " [INPUTS]"} [options]`, style),
    ...paragraphs(`${words}: ${interfaceWords(asked)}`, style),
    ...part("Inputs", rowLines([...rows, ["--inputs-file FILE", file]], style), style),
    ...part("Guide", [`  ${guidePage("command-line-runs.md")}`], style),
    ...paragraphs("`tsflyte run --help` lists the options of runs; they may follow the inputs.", style),
  ];
  for (const line of lines) out.print(line);
}

function rowOf({ flags, negations, takes, takesValue, isRequired, description, ...flag }: InputFlag): Row {
  const [written = ""] = flags;
  const [negation] = negations;
  const shape = fieldWords(flag.fields);
  const term = takesValue ? `${written} VALUE` : negation === undefined ? written : `${written}, ${negation}`;
  const says = [
    ...(description === undefined ? [] : [description]),
    `${takes}${shape === "" ? "" : ` ${shape}`}${isRequired ? " (required)" : defaultText(flag.default)}`,
  ];
  return [term, says.join(": ")];
}

function defaultText(text: string | undefined): string {
  if (text === undefined) return "";
  return ` (default: ${/^\S+$/.test(text) ? text : JSON.stringify(text)})`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
