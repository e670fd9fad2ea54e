import { errors } from "../../errors.js";

/** What a `flyte://` address names. */
export interface FlyteAddress {
  readonly project: string;
  readonly domain: string;
  readonly execution: string;
  readonly node: string;
  /** Counted from 0; without it, the last one. */
  readonly attempt: number | undefined;
  readonly part: "inputs" | "outputs" | "deck";
  /** One of the inputs or outputs. */
  readonly variable: string | undefined;
}

const PARTS = { i: "inputs", o: "outputs", d: "deck" } as const;
const SEGMENT = /^[\p{L}\p{N}._~-]+$/u;

/** Reads a `flyte://` address. @throws `FLYTE_URL_INVALID` */
export function parseFlyteUrl(url: unknown): FlyteAddress {
  if (typeof url !== "string")
    throw errors.FLYTE_URL_INVALID({ url: String(url), problem: "it is no string" });
  const refuse = (problem: string): Error => errors.FLYTE_URL_INVALID({ url, problem });
  if (!url.startsWith("flyte://v1/")) throw refuse("it does not begin with `flyte://v1/`");
  const segments = url.slice("flyte://v1/".length).split("/");
  const strange = segments.find((segment) => !SEGMENT.test(segment) || /^\.+$/.test(segment));
  if (strange !== undefined) throw refuse(`${JSON.stringify(strange)} is no name`);
  const [project, domain, execution, node, ...rest] = segments;
  if (project === undefined || domain === undefined || execution === undefined || node === undefined)
    throw refuse("it names no node");
  const attempt = /^\d{1,9}$/.test(rest[0] ?? "") ? Number(rest.shift()) : undefined;
  const [letter = "", variable, ...more] = rest;
  if (!Object.hasOwn(PARTS, letter)) {
    throw refuse(
      letter === "" ? "it does not say what of the node" : `${JSON.stringify(letter)} is neither i, o nor d`,
    );
  }
  if (more.length > 0) throw refuse(`there is something behind ${JSON.stringify(variable)}`);
  const part = PARTS[letter as keyof typeof PARTS];
  if (part === "deck" && variable !== undefined) throw refuse("a deck has no parts");
  return { project, domain, execution, node, attempt, part, variable };
}
