import type { Page } from "./page.js";

/** On paper all of the graph is seen, as large as the paper is wide. */
export function printing(page: Page, root: SVGSVGElement): void {
  const layer = root.firstElementChild;
  let seen: string | undefined;
  addEventListener("beforeprint", () => {
    const { width, height } = page.picture.drawing;
    seen = layer?.getAttribute("transform") ?? "";
    layer?.removeAttribute("transform");
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  });
  addEventListener("afterprint", () => {
    root.removeAttribute("viewBox");
    if (seen !== undefined) layer?.setAttribute("transform", seen);
  });
}
