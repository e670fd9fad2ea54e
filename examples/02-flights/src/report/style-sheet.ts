/** Colours as custom properties, so that charts follow the reader's choice of light or dark. */
const light = `
  --page: #ffffff; --sheet: #f4f6f9; --ink: #151a21; --soft: #55606f; --rule: #e2e6ec; --zero: #9aa5b3;
  --mean: #1d5fd1; --range: #cfdff8; --bar: #5f8fdd; --late: #d9541e; --volume: #8593a5;
  --h0: #fff4e8; --h1: #fee0c1; --h2: #fcc28b; --h3: #f79f57; --h4: #e5782b; --h5: #b4480f; --h6: #7d2d08;
  --on-low: #151a21; --on-high: #ffffff;`;

const dark = `
  --page: #10141a; --sheet: #181e26; --ink: #e7ebf1; --soft: #a0abba; --rule: #28303b; --zero: #5b6777;
  --mean: #7db0ff; --range: #22395d; --bar: #4d7dc4; --late: #ff8a55; --volume: #5f6d80;
  --h0: #1e232b; --h1: #35281f; --h2: #563520; --h3: #82481f; --h4: #a5531b; --h5: #ea8a3f; --h6: #ffc58d;
  --on-low: #f3e9e0; --on-high: #1a0f06;`;

const text = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 3.5rem 1.25rem 4rem; max-width: 50rem;
  background: var(--page); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.kicker { margin: 0 0 .5rem; color: var(--soft); font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; }
h1 { margin: 0 0 1.25rem; font-size: clamp(2rem, 7vw, 3rem); line-height: 1.1; letter-spacing: -.025em; text-wrap: balance; }
h2 { margin: 0 0 .4rem; font-size: 1.375rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
.summary { margin: 0; font-size: 1.1875rem; line-height: 1.6; text-wrap: pretty; }
.takeaway { margin: 0 0 1.5rem; text-wrap: pretty; }
.note, footer { color: var(--soft); font-size: .875rem; line-height: 1.55; text-wrap: pretty; }
.note { margin: 1rem 0 .75rem; }
section { margin-top: 4.5rem; }
footer { margin-top: 4rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin: 2rem 0 0; }
.tiles > div { display: flex; flex-direction: column; padding: .9rem 1rem; background: var(--sheet); border-radius: .6rem; }
.tiles dd { margin: 0; font-size: 1.625rem; font-weight: 650; line-height: 1.2; letter-spacing: -.02em; white-space: nowrap; }
.tiles dt { margin-top: .3rem; color: var(--soft); font-size: .8125rem; line-height: 1.35; }`;

const tables = `
.method table { max-width: 30rem; }
details { border-top: 1px solid var(--rule); padding-top: .6rem; font-size: .875rem; }
summary { color: var(--soft); cursor: pointer; width: fit-content; }
summary:hover { color: var(--ink); }
:focus-visible { outline: 2px solid var(--mean); outline-offset: 3px; border-radius: 3px; }
.scroll { overflow-x: auto; }
details .scroll { margin-top: .75rem; max-height: 28rem; overflow-y: auto; }
table { width: 100%; border-collapse: collapse; font-size: .8125rem; line-height: 1.4; }
caption { padding: 0 0 .5rem; color: var(--soft); text-align: left; }
details caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
th:first-child { padding-left: 0; text-align: left; font-weight: 500; }
thead th { color: var(--soft); font-weight: 500; }
details thead th { position: sticky; top: 0; background: var(--page); }`;

const charts = `
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--ink); font-size: 12px; }
svg .tick, svg .unit, svg .gap { fill: var(--soft); font-size: 11.5px; }
svg .gap { font-style: italic; paint-order: stroke; stroke: var(--page); stroke-width: 6px; }
svg .panel { font-size: 14px; font-weight: 650; }
.grid { stroke: var(--rule); } .grid.zero { stroke: var(--zero); }
.range { fill: var(--range); stroke: var(--bar); stroke-width: 1; }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
.line.mean { stroke: var(--mean); }
.line.interval { stroke: var(--bar); stroke-width: 3; }
.line.median { stroke: var(--ink); stroke-width: 1.75; stroke-dasharray: 1 4.5; }
.median-tick { stroke: var(--ink); stroke-width: 2; }
.dot { fill: var(--mean); stroke: var(--page); stroke-width: 1.25; }
.ring { fill: var(--page); stroke: var(--soft); stroke-width: 1.5; }
.reference { stroke: var(--soft); stroke-width: 1.25; stroke-dasharray: 2 4; }
.marker { stroke: var(--ink); stroke-width: 1.25; }
.bar { fill: var(--bar); } .bar.late { fill: var(--late); } .volume { fill: var(--volume); }
.heat.blank { fill: none; stroke: var(--rule); }
svg .cell { font-size: 11px; fill: var(--on-low); }
.heat-0 .heat { fill: var(--h0); } .heat-1 .heat { fill: var(--h1); } .heat-2 .heat { fill: var(--h2); }
.heat-3 .heat { fill: var(--h3); } .heat-4 .heat { fill: var(--h4); } .heat-5 .heat { fill: var(--h5); }
.heat-6 .heat { fill: var(--h6); }
.heat-5 .cell, .heat-6 .cell { fill: var(--on-high); }`;

const layout = `
.narrow { display: none; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5rem; align-items: start; }
@media (max-width: 43rem) {
  body { padding-top: 2rem; }
  section { margin-top: 3.5rem; }
  .wide { display: none; }
  .narrow, .pair svg { display: block; max-width: 30rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles dd { font-size: 1.375rem; }
}`;

/** The style sheet of the report. */
export const styleSheet = [
  `:root {${light}\n}`,
  `@media (prefers-color-scheme: dark) { :root {${dark}\n} }`,
  text.trim(),
  tables.trim(),
  charts.trim(),
  layout.trim(),
].join("\n");
