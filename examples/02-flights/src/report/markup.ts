/** A piece of HTML or SVG that is safe to put into a page. Only the functions here make one. */
export interface Markup {
  readonly html: string;
}

/** What an element may hold. Strings are text and get escaped; markup goes in as it is. */
export type Child = string | Markup | readonly Child[];

/** Attributes of an element. Numbers are coordinates and get rounded to two decimals. */
export type Attributes = Readonly<Record<string, string | number>>;

const voidTags: ReadonlySet<string> = new Set(["meta", "br"]);

/** An element, HTML and SVG alike. All text and all attribute values are escaped here and nowhere else. */
export function h(tag: string, attributes: Attributes, ...children: Child[]): Markup {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${attributeText(value)}"`);
  const open = `<${tag}${pairs.join("")}>`;
  if (voidTags.has(tag)) return { html: open };
  return { html: `${open}${children.map(toHtml).join("")}</${tag}>` };
}

/** The style sheet of the page. Text in `<style>` is not decoded by browsers, so it is not escaped. */
export function styleElement(css: string): Markup {
  return { html: `<style>\n${css}\n</style>` };
}

function toHtml(child: Child): string {
  if (typeof child === "string") return escape(child);
  if ("html" in child) return child.html;
  return child.map(toHtml).join("");
}

function attributeText(value: string | number): string {
  return typeof value === "number" ? coordinate(value) : escape(value);
}

/** A number as it stands in SVG: at most two decimals, never an exponent or minus zero. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
