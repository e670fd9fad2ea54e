import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { widthOf } from "../../src/terminal/text/wrap.js";
import type { ScriptedCluster } from "../cluster/scripted.js";
import { gardenCluster } from "./garden-cluster.js";
import { lookAt, lookAtAll } from "./look-at.js";
import { normalised } from "./normalised.js";
import { placesIn } from "./places.js";
import { type Screen, WIDTHS } from "./screen.js";
import { commands, helpScreens, screens } from "./screens.js";
import { startTmux } from "./tmux.js";

const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));
const COLOURED = 80;
// There it has to be installed (.ci/run): else nobody would notice that no screen is looked at.
const isCI = (process.env["CI"] ?? "") !== "";

interface Seen {
  /** What is seen, by the columns of the terminal. */
  readonly plain: ReadonlyMap<number, string>;
  readonly coloured: ReadonlyMap<number, string>;
}

const hasTmux = spawnSync("tmux", ["-V"]).status === 0;
const tmux = startTmux();
const places = placesIn();
let cluster: ScriptedCluster;

async function look(screen: Screen, columns: number, withColours: boolean): Promise<string> {
  const place = places.make(screen.place ?? "garden");
  const own = screen.cluster === "own" ? await gardenCluster() : undefined;
  if (screen.cluster !== undefined) place.env = { ...place.env, ...(own ?? cluster).env };
  try {
    return normalised(await lookAt(screen, { tmux, place, columns, withColours }), place);
  } finally {
    await own?.close();
  }
}

const pages = new Map<string, Promise<ReadonlyMap<string, string>>>();

async function lookAtHelp({ name }: Screen, columns: number, withColours: boolean): Promise<string> {
  const key = `${columns} ${withColours}`;
  const place = places.make("empty");
  const all = pages.get(key) ?? lookAtAll(helpScreens, { tmux, place, columns, withColours });
  pages.set(key, all);
  const page = (await all).get(name);
  if (page === undefined) throw new Error(`nothing is to be seen of ${name}`);
  return page;
}

async function see(screen: Screen): Promise<Seen> {
  const at = helpScreens.includes(screen) ? lookAtHelp : look;
  const coloured = new Map<number, string>();
  for (const columns of screen.coloured ?? [COLOURED]) coloured.set(columns, await at(screen, columns, true));
  const plain = new Map<number, string>();
  for (const columns of WIDTHS) plain.set(columns, await at(screen, columns, false));
  return { plain, coloured };
}

function shown(line: string, seen: ReadonlyMap<number, string>): string {
  return [...seen].map(([columns, text]) => `== ${columns} columns\n$ ${line}\n${text}\n`).join("\n");
}

describe.skipIf(!hasTmux && !isCI)("screens", () => {
  beforeAll(async () => {
    cluster = await gardenCluster();
  });
  afterAll(async () => {
    await cluster.close();
    await tmux.stop();
    places.remove();
  });

  it.concurrent.for(screens)("$name", async (screen, { expect }) => {
    const { name, line } = screen;
    const { plain, coloured } = await see(screen);
    await expect(shown(line, plain)).toMatchFileSnapshot(`${GOLDEN}${name}.txt`);
    await expect(shown(line, coloured)).toMatchFileSnapshot(`${GOLDEN}${name}.ansi`);
    for (const [columns, text] of coloured) expect(stripVTControlCharacters(text)).toBe(plain.get(columns));
    for (const [columns, text] of screen.isDocument === true ? [] : plain)
      expect(text.split("\n").filter((each) => isTooWide(each, columns) || each !== each.trimEnd())).toEqual(
        [],
      );
  });

  it("has the help page of each command, and a run of it that goes well", () => {
    const names = new Set(helpScreens.map(({ name }) => name));
    expect(commands.filter((each) => !names.has(`help-${each.replaceAll(" ", "-")}`))).toEqual([]);
    const runs = screens.filter((each) => !helpScreens.includes(each) && !each.line.endsWith("--help"));
    const goesWell = ({ name }: Screen): boolean =>
      readFileSync(`${GOLDEN}${name}.txt`, "utf8").includes("\n[exit code 0]\n");
    const isOf = ({ line }: Screen, command: string): boolean => `${line} `.startsWith(`tsflyte ${command} `);
    expect(commands.filter((each) => !runs.some((run) => isOf(run, each) && goesWell(run)))).toEqual([]);
  });

  it("keeps no screen that nothing shows", () => {
    const kept = new Set(readdirSync(GOLDEN).map((file) => file.replace(/\.(?:txt|ansi)$/, "")));
    expect([...kept].filter((name) => !screens.some((screen) => screen.name === name))).toEqual([]);
  });
});

/** Whether a line is wider than the terminal, other than by a word that has to stay whole, such as the address of a page. */
function isTooWide(line: string, columns: number): boolean {
  const longest = Math.max(
    ...line
      .trim()
      .split(" ")
      .map((word) => widthOf(word)),
  );
  return widthOf(line) > columns && longest <= columns - 20;
}
