import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { widthOf } from "../../src/terminal/text/wrap.js";
import type { ScriptedCluster } from "../cluster/scripted.js";
import { gardenCluster } from "./garden-cluster.js";
import { lookAt } from "./look-at.js";
import { normalised } from "./normalised.js";
import { placesIn } from "./places.js";
import { type Screen, WIDTHS } from "./screen.js";
import { commands, helpScreens, screens } from "./screens.js";
import { startTmux } from "./tmux.js";

const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));
const COLOURED = 80;

interface Seen {
  /** What is seen without colours, by the columns of the terminal. */
  readonly plain: ReadonlyMap<number, string>;
  readonly coloured: string;
}

const hasTmux = spawnSync("tmux", ["-V"]).status === 0;
const tmux = startTmux();
const places = placesIn();
let cluster: ScriptedCluster;

async function see(screen: Screen): Promise<Seen> {
  const look = async (columns: number, withColours: boolean): Promise<string> => {
    const place = { ...places.make(screen.place ?? "garden"), port: cluster.endpoint.split(":").at(-1) };
    if (screen.cluster === true) place.env = { ...place.env, ...cluster.env };
    return normalised(await lookAt(screen, { tmux, place, columns, withColours }), place);
  };
  const plain = new Map<number, string>();
  const coloured = await look(COLOURED, true);
  for (const columns of WIDTHS) {
    // A help page is the same but for its colours: there are many of them.
    const isKnown = columns === COLOURED && helpScreens.includes(screen);
    plain.set(columns, isKnown ? stripVTControlCharacters(coloured) : await look(columns, false));
  }
  return { plain, coloured };
}

describe.skipIf(!hasTmux)("screens", () => {
  beforeAll(async () => {
    cluster = await gardenCluster();
  });
  afterAll(async () => {
    await cluster.close();
    await tmux.stop();
    places.remove();
  });

  it.concurrent.for(screens)("$name", { timeout: 120_000 }, async (screen, { expect }) => {
    const { name, line } = screen;
    const { plain, coloured } = await see(screen);
    const parts = [...plain].map(([columns, text]) => `== ${columns} columns\n$ ${line}\n${text}\n`);
    await expect(parts.join("\n")).toMatchFileSnapshot(`${GOLDEN}${name}.txt`);
    await expect(`$ ${line}\n${coloured}\n`).toMatchFileSnapshot(`${GOLDEN}${name}.ansi`);
    for (const [columns, text] of screen.isDocument === true ? [] : plain)
      expect(text.split("\n").filter((each) => isTooWide(each, columns) || each !== each.trimEnd())).toEqual(
        [],
      );
  });

  it("has the help page of each command, and at least one of its runs", () => {
    const names = new Set(helpScreens.map(({ name }) => name));
    expect(commands.filter((each) => !names.has(`help-${each.replaceAll(" ", "-")}`))).toEqual([]);
    const lines = screens.filter((each) => !helpScreens.includes(each)).map(({ line }) => line);
    expect(commands.filter((each) => !lines.some((line) => line.startsWith(`tsflyte ${each}`)))).toEqual([]);
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
