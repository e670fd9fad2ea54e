import { FONTS } from "../picture/picture-css.js";

/** How the page around the picture looks. */
export const PAGE = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{background:var(--bg);color:var(--fg);font:13px/1.45 ${FONTS};display:grid;grid-template:auto 1fr/1fr auto;overflow:hidden}
#heads{position:absolute}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;padding:9px 14px;background:var(--card);border-bottom:1px solid var(--stroke);z-index:2}
h1{font-size:15px;margin:0;overflow-wrap:anywhere}h1 small{font-weight:400;color:var(--muted);margin-right:6px;font-size:12px}
.run{font-size:12px;color:var(--state,var(--muted));border:1px solid currentColor;border-radius:99px;padding:1px 9px}
.made{color:var(--muted);font-size:12px}
.tools{display:flex;flex-wrap:wrap;gap:6px;margin-left:auto;align-items:center}
button,input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--stroke);border-radius:7px;padding:4px 9px;min-height:28px}
button{cursor:pointer}button:hover{border-color:var(--accent)}
button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--card)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.search{display:flex;gap:4px;align-items:center}.search input{width:190px}.search output{min-width:54px;color:var(--muted);font-size:12px}
main{position:relative;min-width:0;min-height:0;overflow:hidden}
#picture{position:absolute;inset:0;width:100%;height:100%;cursor:grab;touch-action:none;display:block}
#picture:active{cursor:grabbing}
.g .shape,.g .frame>.kind,.g .frame>.title,.g .frame>.body{cursor:pointer}
.g .shape:hover .card{stroke:var(--tone)}
.g .shape:focus,.g .frame:focus{outline:none}.g .shape:focus-visible .card,.g .frame:focus-visible>.body{stroke:var(--accent);stroke-width:3;stroke-opacity:1}
.g .selected>.card,.g .selected>.body{stroke:var(--accent);stroke-width:3;stroke-opacity:1}
.g .match>.card,.g .match>.body{stroke:var(--amber);stroke-width:3}
.has-selection .shape:not(.lit),.has-selection .edge:not(.lit){opacity:.22}
.has-selection .edge.lit path{stroke:var(--accent);stroke-width:2.2;stroke-opacity:1;marker-end:url(#head-lit)}
.fold{cursor:pointer}.fold rect{fill:var(--card);stroke:var(--stroke)}.fold path{stroke:var(--fg);stroke-width:1.6}.fold:hover rect{stroke:var(--accent)}
aside{width:min(360px,90vw);overflow:auto;background:var(--card);border-left:1px solid var(--stroke);padding:14px 16px 30px}
aside[hidden],.legend[hidden]{display:none}
aside h2{font-size:16px;margin:2px 0 4px;overflow-wrap:anywhere}aside h3{font-size:11px;text-transform:uppercase;letter-spacing:.6px;color:var(--muted);margin:16px 0 5px}
aside p{margin:4px 0;overflow-wrap:anywhere;white-space:pre-line}aside .what{color:var(--tone);font-size:11px;font-weight:700;text-transform:uppercase;letter-spacing:.6px}
aside .close{float:right}
aside .state{color:var(--state);font-weight:600}
aside pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--bg);border:1px solid var(--stroke);border-radius:7px;padding:8px;margin:6px 0;font-size:12px;max-height:260px;overflow:auto}
aside dl{display:grid;grid-template-columns:minmax(70px,auto) 1fr;gap:3px 12px;margin:0}aside dt{color:var(--muted)}aside dd{margin:0;overflow-wrap:anywhere}
aside dd .type{color:var(--muted)}aside dd code,aside p code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
aside .row{display:flex;gap:6px;flex-wrap:wrap;margin-top:8px}
.legend{position:absolute;left:12px;bottom:12px;background:var(--card);border:1px solid var(--stroke);border-radius:10px;padding:10px 14px;max-width:min(560px,calc(100% - 24px));max-height:60%;overflow:auto;box-shadow:0 4px 18px var(--shade)}
.legend h2{font-size:12px;margin:0 0 6px}.legend ul{list-style:none;margin:0 0 8px;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:3px 12px}
.legend li{display:flex;gap:7px;align-items:center}.legend svg{flex:none}.legend kbd{font:11px ui-monospace,monospace;border:1px solid var(--stroke);border-radius:4px;padding:0 5px;background:var(--bg)}
.zoom{position:absolute;right:12px;bottom:12px;display:flex;flex-direction:column;gap:6px}.zoom button{width:34px;min-height:34px;padding:0;font-size:16px;background:var(--card)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.empty{position:absolute;inset:0;display:grid;place-items:center;color:var(--muted);pointer-events:none}
@media (max-width:700px){.search input{width:120px}aside{position:absolute;right:0;top:0;bottom:0;z-index:3}}
@media (prefers-reduced-motion:no-preference){.g .shape,.g .edge{transition:opacity .12s}}
@media print{body{display:block;overflow:visible;background:#fff}header .tools,.zoom,aside,.legend{display:none!important}header{border:0;padding:0 0 8px}main{overflow:visible}#picture{position:static;height:auto;max-height:none}.has-selection .shape:not(.lit),.has-selection .edge:not(.lit){opacity:1}}
`;
