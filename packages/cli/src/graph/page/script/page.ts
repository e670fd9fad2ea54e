import type { PageData } from "../page-data.js";
import type { Camera } from "./camera.js";
import { detailsOf } from "./details.js";
import type { Picture } from "./picture.js";
import { createStage } from "./stage.js";

/** The parts of the page that show the graph. */
export interface PageElements {
  readonly root: SVGSVGElement;
  readonly panel: HTMLElement;
  readonly list: HTMLElement;
}

/** The graph on the page: what is unfolded, selected and seen. */
export interface Page {
  readonly data: PageData;
  readonly camera: Camera;
  readonly picture: Picture;
  readonly selected: string | undefined;
  /** The part that the keyboard is at. */
  readonly current: string | undefined;
  open(ids: Iterable<string>): void;
  fold(ids: Iterable<string>): void;
  /** Fold what is unfolded, and the other way round, if it can be. */
  toggle(id: string): void;
  select(id: string | undefined): void;
  /** Says that the keyboard is at a part. */
  arrive(id: string): void;
  /** Moves the keyboard to a part, and brings it into view. */
  focus(id: string): void;
  mark(ids: ReadonlySet<string>): void;
}

/** Show the graph. */
export function createPage(data: PageData, { root, panel, list }: PageElements): Page {
  const stage = createStage(data, root);
  let [selected, current]: [string | undefined, string | undefined] = [undefined, undefined];
  let marked: ReadonlySet<string> = new Set();
  const show = (): void => {
    showSelection(stage.picture, selected, stage.layer);
    for (const [id, element] of stage.picture.elements) element.classList.toggle("match", marked.has(id));
    showCurrent(stage.picture, current);
  };
  const page: Page = {
    data,
    camera: stage.camera,
    get picture() {
      return stage.picture;
    },
    get selected() {
      return selected;
    },
    get current() {
      return current;
    },
    open: (ids) => change(() => stage.open(ids)),
    fold: (ids) => change(() => stage.fold(ids)),
    toggle(id) {
      change(() => stage.toggle(id));
      page.select(id);
      stage.picture.elements.get(id)?.focus({ preventScroll: true });
    },
    select(id) {
      selected = id;
      const part = id === undefined ? undefined : stage.picture.part(id);
      panel.hidden = part === undefined;
      const actions = { close: () => page.select(undefined), toggle: page.toggle };
      panel.replaceChildren(...(part === undefined ? [] : detailsOf(part, actions)));
      show();
    },
    arrive(id) {
      current = id;
      showCurrent(stage.picture, current);
    },
    focus(id) {
      const box = stage.picture.box(id);
      if (box !== undefined) page.camera.show(box);
      stage.picture.elements.get(id)?.focus({ preventScroll: true });
    },
    mark(ids) {
      marked = ids;
      show();
    },
  };
  // The elements are new ones then.
  const change = (make: () => void): void => {
    make();
    if (selected !== undefined && stage.picture.part(selected) === undefined) page.select(undefined);
    listNodes(list, stage.picture);
    show();
  };
  listNodes(list, stage.picture);
  show();
  return page;
}

function showSelection(picture: Picture, selected: string | undefined, layer: SVGGElement): void {
  const isSelected = selected !== undefined && picture.part(selected) !== undefined;
  layer.classList.toggle("has-selection", isSelected);
  const lit = isSelected ? picture.relations.around(selected) : new Set<string>();
  for (const [id, element] of picture.elements) {
    element.classList.toggle("selected", id === selected);
    element.classList.toggle("lit", lit.has(id));
  }
  for (const element of picture.lines)
    element.classList.toggle("lit", lit.has(element.dataset["line"] ?? ""));
}

// One shape is in the order of the Tab key: the arrow keys go to the others.
function showCurrent(picture: Picture, current: string | undefined): void {
  const id =
    current !== undefined && picture.elements.has(current) ? current : picture.drawing.shapes[0]?.shape.id;
  for (const [each, element] of picture.elements) element.setAttribute("tabindex", each === id ? "0" : "-1");
}

/** All nodes as a list, for those who hear the page. */
function listNodes(list: HTMLElement, { drawing }: Picture): void {
  list.replaceChildren(
    ...drawing.shapes
      .filter(({ shape }) => shape.kind !== "join")
      .map(({ shape }) => {
        const item = document.createElement("li");
        item.textContent = [shape.kind, shape.title, ...shape.lines, shape.state?.state ?? ""].join(", ");
        return item;
      }),
  );
}
