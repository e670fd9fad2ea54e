import type { PageData } from "../page-data.js";
import type { Camera } from "./camera.js";
import { detailsOf } from "./details.js";
import type { Picture } from "./picture.js";
import { createStage, type Stage } from "./stage.js";

/** The parts of the page that show the graph. */
export interface PageElements {
  readonly root: SVGSVGElement;
  readonly panel: HTMLElement;
  readonly list: HTMLElement;
}

/** The graph on the page: what is unfolded, selected and seen. */
export class Page {
  readonly data: PageData;
  /** The part that the details are of. */
  selected: string | undefined;
  /** The part that the keyboard is at. */
  current: string | undefined;
  readonly #elements: PageElements;
  readonly #stage: Stage;
  #marked: ReadonlySet<string> = new Set();

  constructor(data: PageData, elements: PageElements) {
    this.data = data;
    this.#elements = elements;
    this.#stage = createStage(data, elements.root);
    this.#redrawn();
  }

  get camera(): Camera {
    return this.#stage.camera;
  }

  get picture(): Picture {
    return this.#stage.picture;
  }

  open(ids: Iterable<string>): void {
    this.#stage.open(ids);
    this.#redrawn();
  }

  fold(ids: Iterable<string>): void {
    this.#stage.fold(ids);
    this.#redrawn();
  }

  /** Folds what is unfolded, and the other way round. */
  toggle(id: string): void {
    this.#stage.toggle(id);
    this.#redrawn();
    this.select(id);
    this.picture.elements.get(id)?.focus({ preventScroll: true });
  }

  select(id: string | undefined): void {
    this.selected = id;
    const { panel } = this.#elements;
    const part = id === undefined ? undefined : this.picture.part(id);
    panel.hidden = part === undefined;
    const actions = { close: () => this.select(undefined), toggle: (each: string) => this.toggle(each) };
    panel.replaceChildren(...(part === undefined ? [] : detailsOf(part, actions)));
    this.#show();
  }

  /** Says that the keyboard is at a part. */
  arrive(id: string): void {
    this.current = id;
    showCurrent(this.picture, id);
  }

  /** Moves the keyboard to a part, and brings it into view. */
  focus(id: string): void {
    const box = this.picture.box(id);
    if (box !== undefined) this.camera.show(box);
    this.picture.elements.get(id)?.focus({ preventScroll: true });
  }

  /** Marks what a search has found. */
  mark(ids: ReadonlySet<string>): void {
    this.#marked = ids;
    this.#show();
  }

  // The elements are new ones then.
  #redrawn(): void {
    if (this.selected !== undefined && this.picture.part(this.selected) === undefined) this.select(undefined);
    listNodes(this.#elements.list, this.picture);
    this.#show();
  }

  #show(): void {
    showSelection(this.picture, this.selected, this.#stage.layer);
    for (const [id, element] of this.picture.elements)
      element.classList.toggle("match", this.#marked.has(id));
    showCurrent(this.picture, this.current);
  }
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
