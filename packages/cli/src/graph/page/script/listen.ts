import type { Page } from "./page.js";
import { type Arrow, walk } from "./walk.js";

/** What keys do besides. */
export interface KeyActions {
  search(): void;
  unfoldAll(): void;
  foldAll(): void;
  theme(): void;
  legend(): void;
  /** Whether something was closed. */
  close(): boolean;
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Listen to the mouse and the keyboard. */
export function listen(page: Page, root: SVGSVGElement, actions: KeyActions): void {
  root.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const fold = target?.closest<SVGElement>("[data-fold]")?.dataset["fold"];
    if (fold !== undefined) return page.toggle(fold);
    const id = target?.closest<SVGElement>("[data-id]")?.dataset["id"];
    if (id === undefined) return page.select(undefined);
    page.select(id);
    // It is where the pointer is: nothing may move away under it.
    page.picture.elements.get(id)?.focus({ preventScroll: true });
  });
  root.addEventListener("focusin", (event) => {
    const id = event.target instanceof SVGElement ? event.target.dataset["id"] : undefined;
    if (id !== undefined) page.arrive(id);
  });
  root.addEventListener("dblclick", (event) => {
    const id =
      event.target instanceof Element
        ? event.target.closest<SVGElement>("[data-id]")?.dataset["id"]
        : undefined;
    if (id !== undefined && canToggle(page, id)) page.toggle(id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isControl = event.target instanceof Element && event.target.closest("button,input") !== null;
    if (isControl && (event.key === "Enter" || event.key === " ")) return;
    if (press(event.key, event.shiftKey, page, actions)) event.preventDefault();
  });
}

/** Whether there is a graph inside to fold or unfold. */
function canToggle(page: Page, id: string): boolean {
  const part = page.picture.part(id);
  return part?.is === "frame" ? part.kind !== "conditional" : (part?.isFolded ?? false);
}

function press(key: string, isShifted: boolean, page: Page, actions: KeyActions): boolean {
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    if (isShifted) pan(page, arrow);
    else go(page, arrow);
    return true;
  }
  const known: Readonly<Record<string, () => void>> = {
    "/": actions.search,
    "+": () => page.camera.by(1.3),
    "=": () => page.camera.by(1.3),
    "-": () => page.camera.by(1 / 1.3),
    "0": page.camera.fit,
    "1": page.camera.actualSize,
    e: actions.unfoldAll,
    c: actions.foldAll,
    t: actions.theme,
    "?": actions.legend,
    Enter: () => enter(page),
    " ": () => enter(page),
    Escape: () => {
      if (!actions.close()) page.select(undefined);
    },
  };
  const act = Object.hasOwn(known, key) ? known[key] : undefined;
  act?.();
  return act !== undefined;
}

function go(page: Page, arrow: Arrow): void {
  const from = page.current ?? page.selected ?? "";
  const next = walk(from, arrow, page.picture.drawing, page.picture.relations);
  if (next === undefined) return;
  if (page.selected !== undefined) page.select(next);
  page.focus(next);
}

function pan(page: Page, arrow: Arrow): void {
  const step = 80;
  const [x, y] = { up: [0, step], down: [0, -step], left: [step, 0], right: [-step, 0] }[arrow] as [
    number,
    number,
  ];
  page.camera.pan(x, y);
}

// The first time the details, the second time what is inside.
function enter(page: Page): void {
  const id = page.current ?? page.picture.drawing.shapes[0]?.shape.id;
  if (id === undefined) return;
  if (page.selected === id && canToggle(page, id)) page.toggle(id);
  else {
    page.select(id);
    page.focus(id);
  }
}
