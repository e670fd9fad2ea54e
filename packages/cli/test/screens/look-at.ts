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

const PATIENCE_MS = 60_000;
const END = /\n\[exit code \d+\]\n/;

/** What is to be seen of a screen, with the exit code where the command ends. */
export async function lookAt(
  screen: Screen,
  { tmux, place, columns, withColours }: Looking,
): Promise<string> {
  const name = `${screen.name}-${columns}-${withColours ? "colours" : "plain"}`;
  const before = (screen.before ?? []).map((line) => `${line} >/dev/null 2>&1; `).join("");
  const line = `${before}${screen.line}; printf '\n[exit code %s]\n' $?; exec cat`;
  const env = { ...place.env, ...(withColours ? {} : { NO_COLOR: "1" }) };
  await tmux.open(name, { line, columns, cwd: place.cwd, env });
  const deadline = Date.now() + PATIENCE_MS;
  const seen = async (isSeen: (text: string) => boolean): Promise<void> => {
    for (;;) {
      const text = await tmux.look(name, false);
      if (isSeen(text)) return;
      if (Date.now() > deadline || END.test(text)) throw new Error(`${name} shows something else:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
  try {
    for (const { to, keys } of screen.answers ?? []) {
      await seen((text) => text.includes(to));
      await tmux.press(name, keys);
    }
    const { until } = screen;
    await seen((text) => (until === undefined ? END.test(text) : text.includes(until)));
    return (await tmux.look(name, withColours)).trimEnd();
  } finally {
    await tmux.close(name);
  }
}
