import { KIND, LABEL, LINE_STEP, TITLE } from "../layout/fonts.js";
import { labelText } from "../layout/label-text.js";
import type { Drawing, PlacedFrame, PlacedLine, PlacedShape, Point } from "../layout/placed.js";
import { kindWordsOf, LEFT, shapeText } from "../layout/shape-text.js";
import { textWidth } from "../layout/text-width.js";
import { ellipsis } from "../layout/wrap-text.js";
import { stateWords } from "../words/state-words.js";
import { ICONS } from "./icons.js";
import { attribute as quoted, text as words } from "./escape.js";

/** The heads of arrows, to which lines refer. */
export const HEADS = ["data", "order", "failure", "arm", "lit"]
  .map(
    (kind) =>
      `<marker id="head-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="head ${kind}" d="M0 1L10 5 0 9z"/></marker>`,
  )
  .join("");

/** All that is drawn, as the inside of an SVG: frames below lines, and lines below shapes. */
export function markupOf({ frames, lines, shapes, isSideways }: Drawing): string {
  return [
    ...frames.map(frameMarkup),
    ...lines.map((line) => lineMarkup(line, isSideways)),
    ...lines.map(labelMarkup),
    ...shapes.map(shapeMarkup),
  ].join("\n");
}

function frameMarkup({ frame, box }: PlacedFrame): string {
  const { id, kind, title, state, isHandler } = frame;
  const what = kindWordsOf({ kind, isHandler }) || "conditional";
  const classes = `frame ${kind} is-${kind}${state === undefined ? "" : ` s-${state.state}`}`;
  const near = 14 + textWidth(what.toUpperCase(), KIND) + 8;
  const room = box.width - near - 40;
  const cut = textWidth(title, TITLE) <= room ? title : ellipsis(title, TITLE, room);
  const said = state === undefined ? "" : `, ${stateWords(state)}`;
  const button =
    kind === "conditional"
      ? ""
      : `<g class="fold" data-fold="${quoted(id)}"><rect x="${box.width - 32}" y="7" width="20" height="20" rx="5"/><path d="M${box.width - 27} 17h10"/></g>`;
  return `<g class="${classes}" data-id="${quoted(id)}" role="group" tabindex="-1" aria-label="${quoted(`${what} ${title}${said}, unfolded`)}" transform="translate(${box.x} ${box.y})"><rect class="body" width="${box.width}" height="${box.height}" rx="12"/><text class="kind" x="14" y="21">${words(what.toUpperCase())}</text><text class="title" x="${near}" y="22">${words(cut)}</text>${button}</g>`;
}

function shapeMarkup({ shape, box }: PlacedShape): string {
  const { id, kind, title, state, isFolded, isHandler } = shape;
  const { width, height } = box;
  const { rows } = shapeText(shape);
  const classes = [
    `shape ${kind} is-${kind}`,
    ...(isHandler ? ["handler"] : []),
    ...(isFolded ? ["folds"] : []),
    ...(state === undefined ? [] : [`s-${state.state}`]),
  ].join(" ");
  const said = [kindWordsOf(shape), title, ...(state === undefined ? [] : [stateWords(state)])];
  const label = said.filter((part) => part !== "").join(" ");
  const lines = rows.map(
    ({ text, style, y }) => `<text class="${style}" x="${LEFT}" y="${y}">${words(text)}</text>`,
  );
  const icon =
    kind === "join"
      ? ""
      : `<path class="icon" transform="translate(13 ${kind === "decide" ? (height - 16) / 2 : 12})" d="${ICONS[kind]}"/>`;
  return `<g class="${classes}" data-id="${quoted(id)}" role="button" tabindex="-1" aria-label="${quoted(label || "arms join")}" transform="translate(${box.x} ${box.y})">${outline(kind, width, height)}${icon}${lines.join("")}</g>`;
}

function outline(kind: string, width: number, height: number): string {
  switch (kind) {
    case "join":
      return `<circle class="card" cx="7" cy="7" r="6"/>`;
    case "start":
    case "end":
      return `<rect class="card" width="${width}" height="${height}" rx="18"/>`;
    case "decide": {
      const middle = height / 2;
      return `<path class="card" d="M14 0H${width - 14}L${width} ${middle} ${width - 14} ${height}H14L0 ${middle}z"/>`;
    }
    case "map":
      return `<rect class="stack" x="6" y="-5" width="${width - 6}" height="${height}" rx="9"/>${plain(width, height)}`;
    default:
      return plain(width, height);
  }
}

function plain(width: number, height: number): string {
  return `<rect class="card" width="${width}" height="${height}" rx="9"/><path class="bar" d="M9 0A9 9 0 0 0 0 9V${height - 9}A9 9 0 0 0 9 ${height}H6A4 4 0 0 1 4 ${height - 4}V4A4 4 0 0 1 6 0z"/>`;
}

function lineMarkup({ line, points }: PlacedLine, isSideways: boolean): string {
  const head = line.kind === "arm" && line.label.length === 0 ? "arm" : line.kind;
  return `<g class="edge ${line.kind}" data-line="${quoted(line.id)}"><path d="${wayOf(points, isSideways)}" marker-end="url(#head-${head})"/></g>`;
}

function labelMarkup({ line, label }: PlacedLine): string {
  if (label === undefined) return "";
  const { rows } = labelText(line.label);
  const { x, y, width, height } = label;
  const step = LINE_STEP - 1;
  const texts = rows.map(
    (row, index) =>
      `<text class="label" x="${width / 2}" y="${2 + LABEL.size + index * step}" text-anchor="middle">${words(row)}</text>`,
  );
  return `<g class="edge ${line.kind} words" data-line="${quoted(line.id)}" transform="translate(${x} ${y})"><rect class="plate" width="${width}" height="${height}" rx="4"/>${texts.join("")}</g>`;
}

// Between two points a curve that leaves and arrives straight in the direction of the graph.
function wayOf(points: readonly Point[], isSideways: boolean): string {
  const [first, ...more] = points;
  if (first === undefined) return "";
  let [way, from] = [`M${at(first.x)} ${at(first.y)}`, first];
  for (const to of more) {
    const [middleX, middleY] = [at((from.x + to.x) / 2), at((from.y + to.y) / 2)];
    way += isSideways
      ? `C${middleX} ${at(from.y)} ${middleX} ${at(to.y)} ${at(to.x)} ${at(to.y)}`
      : `C${at(from.x)} ${middleY} ${at(to.x)} ${middleY} ${at(to.x)} ${at(to.y)}`;
    from = to;
  }
  return way;
}

function at(value: number): number {
  return Math.round(value * 10) / 10;
}
