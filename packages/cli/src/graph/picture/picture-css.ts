const LIGHT =
  "--bg:#f7f8fa;--card:#fff;--fg:#1b1f27;--muted:#5a6372;--edge:#8b94a3;--stroke:#d3d8e0;--frame:#ffffff;--label:#fffffff2;--shade:#1b1f2714;--blue:#3b5bdb;--teal:#087f5b;--violet:#7048e8;--indigo:#4263eb;--orange:#c2410c;--cyan:#0b7285;--amber:#a15c00;--red:#c92a2a;--green:#2b8a3e;--grey:#68717f;--accent:#3b5bdb";

const DARK =
  "--bg:#14171c;--card:#1e232b;--fg:#e8ebf0;--muted:#a0a9b8;--edge:#76808f;--stroke:#39414d;--frame:#191d24;--label:#14171cf2;--shade:#0006;--blue:#91a7ff;--teal:#63e6be;--violet:#b197fc;--indigo:#91a7ff;--orange:#ffa94d;--cyan:#66d9e8;--amber:#ffd43b;--red:#ff8787;--green:#8ce99a;--grey:#9aa4b2;--accent:#91a7ff";

/** The colours of a picture: those of the reader's system, unless the root says which. */
export const COLORS = `:root{${LIGHT}}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}:root[data-theme=dark]{${DARK}}@media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){${LIGHT};--bg:#fff}}`;

/** The fonts of a picture. `text-width.ts` has the widths of the widest of them. */
export const FONTS =
  'ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif';

const KINDS: readonly (readonly [string, string])[] = [
  ["task", "blue"],
  ["container-task", "teal"],
  ["dynamic", "violet"],
  ["workflow", "indigo"],
  ["launch-plan", "orange"],
  ["map", "cyan"],
  ["approval", "amber"],
  ["input", "amber"],
  ["sleep", "amber"],
  ["conditional", "violet"],
  ["decide", "violet"],
  ["fails", "red"],
  ["start", "grey"],
  ["end", "grey"],
  ["join", "violet"],
  ["unknown", "grey"],
];

const STATES: readonly (readonly [string, string])[] = [
  ["succeeded", "green"],
  ["reused", "cyan"],
  ["failed", "red"],
  ["skipped", "grey"],
  ["running", "amber"],
  ["waiting", "amber"],
  ["interrupted", "amber"],
];

/** How shapes, frames, lines and their texts look. */
export const SHAPES = [
  // Or the browser would round the widths of small letters, and texts would not fit when a picture is small.
  `.g text{font-family:${FONTS};fill:var(--fg);text-rendering:geometricPrecision}`,
  ".g .kind{font-size:9px;font-weight:700;letter-spacing:.6px;fill:var(--tone)}",
  ".g .title{font-size:13px;font-weight:700}",
  ".g .line{font-size:11px;fill:var(--muted)}",
  ".g .folded{font-size:11px;fill:var(--tone)}",
  ".g .state{font-size:11px;fill:var(--state)}",
  ".g .label{font-size:10.5px;fill:var(--muted)}",
  ".card{fill:var(--card);stroke:var(--stroke);stroke-width:1.2}",
  ".bar{fill:var(--tone)}",
  ".icon{fill:none;stroke:var(--tone);stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}",
  ".stack{fill:var(--card);stroke:var(--stroke)}",
  ".frame>.body{fill:var(--frame);stroke:var(--tone);stroke-opacity:.55;stroke-width:1.2}",
  ".frame.conditional>.body{stroke-dasharray:6 4}",
  ".edge path{fill:none;stroke:var(--edge);stroke-width:1.4}",
  ".edge.order path,.edge.failure path{stroke-dasharray:5 4}",
  ".edge.failure path{stroke:var(--red)}.g .edge.failure .label{fill:var(--red)}",
  ".edge.arm path{stroke:var(--violet);stroke-opacity:.75}.g .edge.arm .label{fill:var(--violet);font-weight:400}",
  ".edge .plate{fill:var(--label)}",
  ".head{fill:var(--edge)}.head.failure{fill:var(--red)}.head.arm{fill:var(--violet)}.head.lit{fill:var(--accent)}",
  ".shape.start .card,.shape.end .card{fill:var(--bg)}",
  ".shape.join .card{fill:var(--violet);stroke:none}",
  ...KINDS.map(([kind, color]) => `.is-${kind}{--tone:var(--${color})}`),
  ...STATES.map(([state, color]) => `.s-${state}{--state:var(--${color})}`),
  "[class*=' s-'] .card{stroke:var(--state);stroke-width:1.8}[class*=' s-'] .bar{fill:var(--state)}",
  ".s-skipped .card{stroke-dasharray:4 3}.shape.s-skipped .title{fill:var(--muted)}",
  ".frame[class*=' s-']>.body{stroke:var(--state);stroke-opacity:1}",
].join("\n");
