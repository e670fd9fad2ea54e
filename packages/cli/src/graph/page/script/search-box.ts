import { h } from "./dom.js";
import { type Findable, indexOf } from "./index-of.js";
import type { Page } from "./page.js";

/** The box that finds nodes. */
export interface SearchBox {
  readonly element: HTMLElement;
  focus(): void;
  clear(): void;
}

/** Finds nodes by name, entity and kind, also in folded workflows, which it unfolds. */
export function createSearch(page: Page): SearchBox {
  const input = h("input", { type: "search", placeholder: "Search ( / )", "aria-label": "Search nodes" });
  const said = h("output", { "aria-live": "polite" });
  let index: readonly Findable[] | undefined;
  let [found, at]: [readonly Findable[], number] = [[], -1];
  const say = (): void => {
    said.textContent =
      input.value.trim() === ""
        ? ""
        : found.length === 0
          ? "none"
          : at < 0
            ? `${found.length} found`
            : `${at + 1} of ${found.length}`;
  };
  const search = (): void => {
    const words = input.value.trim().toLowerCase().split(/\s+/);
    index ??= indexOf(page.data.model);
    found = words[0] === "" ? [] : index.filter((each) => words.every((word) => each.words.includes(word)));
    at = -1;
    page.mark(new Set(found.map(({ path }) => path)));
    say();
  };
  const go = (step: number): void => {
    if (found.length === 0) return;
    at = at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length;
    const next = found[at];
    if (next === undefined) return;
    const folded = next.around.filter((path) => page.picture.part(path)?.is !== "frame");
    if (folded.length > 0) page.open(folded);
    page.select(next.path);
    const box = page.picture.box(next.path);
    if (box !== undefined) page.camera.show(box);
    say();
  };
  const clear = (): void => {
    input.value = "";
    search();
    input.blur();
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") clear();
    if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    event.stopPropagation();
  });
  return {
    element: h("div", { class: "search", role: "search" }, input, said),
    focus: () => input.focus(),
    clear,
  };
}
