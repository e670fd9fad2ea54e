import { madeWords } from "../../words/made-words.js";
import { spanWords } from "../../words/span-words.js";
import type { PageData } from "../page-data.js";
import { button, h, svg } from "./dom.js";
import { indexOf } from "./index-of.js";
import { legendOf } from "./legend.js";
import { listen } from "./listen.js";
import { Page } from "./page.js";
import { printing } from "./printing.js";
import { createSearch } from "./search-box.js";
import { toggleTheme } from "./theme.js";

/** The most workflows that are unfolded at once. */
const MOST_OPEN = 2000;

start(JSON.parse(document.querySelector("#data")?.textContent ?? "") as PageData);

function start(data: PageData): void {
  const { model } = data;
  const root = svg("svg", { id: "picture", role: "application", "aria-label": `Graph of ${model.name}` });
  const panel = h("aside", { "aria-label": "Details", hidden: "" });
  const list = h("ol", {});
  const legend = h("div", { class: "legend", role: "region", "aria-label": "Legend", hidden: "" });
  legend.append(...legendOf(model.states !== undefined));
  const main = h("main", {}, root, legend);
  const listed = h("nav", { class: "hidden", "aria-label": "All nodes" }, list);
  const header = h("header", {}, ...titleOf(data));
  document.body.append(header, main, panel, listed);
  const page = new Page(data, { root, panel, list });
  const search = createSearch(page);
  const show = (): void => {
    legend.hidden = !legend.hidden;
  };
  const actions = {
    search: search.focus,
    unfoldAll: () => unfoldAll(page),
    foldAll: () => foldAll(page),
    theme: toggleTheme,
    legend: show,
    close() {
      const wasShown = !legend.hidden;
      legend.hidden = true;
      return wasShown;
    },
  };
  const folds = !indexOf(model).some((each) => each.folds)
    ? []
    : [
        button("Unfold all", "Unfold all workflows (e)", actions.unfoldAll),
        button("Fold all", "Fold all workflows (c)", actions.foldAll),
      ];
  const theme = button("◐", "Light or dark (t)", toggleTheme);
  header.append(
    h("div", { class: "tools" }, search.element, ...folds, theme, button("?", "Legend and keys (?)", show)),
  );
  main.append(zoomButtons(page));
  if (page.picture.drawing.shapes.length === 0)
    main.append(h("p", { class: "empty" }, "There are no nodes."));
  listen(page, root, actions);
  printing(page, root);
  addEventListener("resize", () => page.camera.by(1));
  page.camera.fit();
  const failed = model.run?.failed;
  if (failed !== undefined && page.picture.part(failed) !== undefined) {
    page.select(failed);
    page.focus(failed);
  }
  // When the browser has painted it: what a test of the time waits for.
  requestAnimationFrame(() =>
    setTimeout(() => (document.documentElement.dataset["drawn"] = String(performance.now()))),
  );
}

function titleOf({ model }: PageData): readonly Node[] {
  const { name, entity, run } = model;
  const title = h("h1", {}, h("small", {}, entity), name);
  if (run === undefined) return [title];
  const time = run.duration === undefined ? "" : ` in ${spanWords(run.duration)}`;
  const left = madeWords(model);
  return [
    title,
    h("span", { class: `run s-${run.state}`, title: run.error ?? run.id }, `${run.state}${time}`),
    ...(left === undefined ? [] : [h("small", { class: "made" }, left)]),
  ];
}

function zoomButtons({ camera }: Page): HTMLElement {
  return h(
    "div",
    { class: "zoom" },
    button("+", "Zoom in (+)", () => camera.by(1.3)),
    button("−", "Zoom out (−)", () => camera.by(1 / 1.3)),
    button("⤢", "All of it (0)", camera.fit),
    button("1:1", "Actual size (1)", camera.actualSize, { "data-small": "" }),
  );
}

function unfoldAll(page: Page): void {
  const around = indexOf(page.data.model).flatMap((each) => each.around);
  page.open(new Set(around.slice(0, MOST_OPEN)));
  page.camera.fit();
}

function foldAll(page: Page): void {
  page.fold(page.picture.drawing.frames.map(({ frame }) => frame.id));
  page.camera.fit();
}
