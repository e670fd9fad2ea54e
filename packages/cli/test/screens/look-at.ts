import type { Place } from "./places.js";
import type { Screen } from "./screen.js";
import type { Tmux } from "./tmux.js";

/** How a terminal is opened for a screen. */
export interface Looking {
  readonly tmux: Tmux;
  readonly place: Place;
  readonly columns: number;
  readonly withColours: boolean;
}

const PATIENCE_MS = 90_000;
const END = /\n\[exit code \d+\]\n/;

/** What is to be seen of a screen below the line that is typed, with the exit code where the command ends. */
export async function lookAt(screen: Screen, looking: Looking): Promise<string> {
  const { tmux, place, columns, withColours } = looking;
  const name = `${screen.name}-${columns}-${withColours ? "colours" : "plain"}`;
  const before = (screen.before ?? []).map((line) => `${line} >/dev/null 2>&1; `).join("");
  // On a real terminal the line that was typed is above what a command draws.
  const line = `${before}echo '$'; ${screen.line}; printf '\n[exit code %s]\n' $?; exec cat`;
  const env = { ...place.env, ...(withColours ? {} : { NO_COLOR: "1" }) };
  await tmux.open(name, { line, columns, cwd: place.cwd, env });
  try {
    for (const { to, keys } of screen.answers ?? []) {
      await seen(looking, name, (text) => text.includes(to));
      await tmux.press(name, keys);
    }
    const { until } = screen;
    await seen(looking, name, (text) => (until === undefined ? END.test(text) : text.includes(until)));
    return (await tmux.look(name, withColours)).trimEnd().replace(/^\$\n/, "");
  } finally {
    await tmux.close(name);
  }
}

/** The help pages, one below the other in one terminal: it takes longer to open one than to write a page. */
export async function lookAtAll(
  screens: readonly Screen[],
  { tmux, place, columns, withColours }: Looking,
): Promise<ReadonlyMap<string, string>> {
  const name = `all-${columns}-${withColours ? "colours" : "plain"}`;
  const lines = screens.map(
    (screen) => `echo '@@ ${screen.name}'; ${screen.line}; printf '\n[exit code %s]\n' $?; `,
  );
  const line = `${lines.join("")}echo '@@ end'; exec cat`;
  const env = { ...place.env, ...(withColours ? {} : { NO_COLOR: "1" }) };
  await tmux.open(name, { line, columns, cwd: place.cwd, env });
  try {
    await seen({ tmux }, name, (text) => text.includes("\n@@ end\n"));
    const parts = (await tmux.look(name, withColours)).split(/^@@ /m).slice(1);
    return new Map(
      parts.map((part) => {
        const end = part.indexOf("\n");
        return [part.slice(0, end), part.slice(end + 1).trimEnd()];
      }),
    );
  } finally {
    await tmux.close(name);
  }
}

async function seen(
  { tmux }: Pick<Looking, "tmux">,
  name: string,
  isSeen: (text: string) => boolean,
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const text = await tmux.look(name, false);
    if (isSeen(text)) return;
    if (Date.now() > deadline || (!name.startsWith("all-") && END.test(text)))
      throw new Error(`${name} shows something else:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
