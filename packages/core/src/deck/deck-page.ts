import { escapeHtml } from "../makers/html/escape-html.js";

/**
 * The page of a deck: a list of the tabs, and below it what is in them. The first tab is open.
 *
 * Each tab is an `<li>` and a `<div>`, in the same order, as in the pages of flytekit: the console styles and opens
 * those. Titles are escaped, and the HTML of the tabs is not.
 */
export function deckPage(tabs: ReadonlyMap<string, string>): string {
  const titles = [...tabs.keys()];
  const links = titles.map((title) => `<li onclick="handleLinkClick(this)">${escapeHtml(title)}</li>`);
  const bodies = [...tabs.values()].map((html) => `<div>${html}</div>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(titles[0] ?? "Deck")}</title>
<style>${STYLE}</style>
</head>
<body>
<nav id="flyte-frame-nav"><ul id="flyte-frame-tabs">${links.join("")}</ul></nav>
<div id="flyte-frame-container">${bodies.join("")}</div>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const STYLE = `
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: #1b1b2f; }
#flyte-frame-tabs { display: flex; flex-wrap: wrap; margin: 0; padding: 0 24px; list-style: none; border-bottom: 1px solid #d5d5df; }
#flyte-frame-tabs li { padding: 12px 16px; cursor: pointer; }
#flyte-frame-tabs li.active { border-bottom: 3px solid #6f2aef; font-weight: 600; }
#flyte-frame-container { padding: 24px; overflow-x: auto; }
#flyte-frame-container > div { display: none; }
#flyte-frame-container > div.active { display: block; }
table { border-collapse: collapse; }
th, td { padding: 4px 12px; border: 1px solid #d5d5df; text-align: left; vertical-align: top; }
`;

const SCRIPT = `
function handleLinkClick(link) {
  var tabs = document.getElementById("flyte-frame-tabs").children;
  var bodies = document.getElementById("flyte-frame-container").children;
  for (var i = 0; i < tabs.length; i++) {
    tabs[i].classList.toggle("active", tabs[i] === link);
    if (bodies[i]) bodies[i].classList.toggle("active", tabs[i] === link);
  }
}
var first = document.getElementById("flyte-frame-tabs").firstElementChild;
if (first) handleLinkClick(first);
`;
