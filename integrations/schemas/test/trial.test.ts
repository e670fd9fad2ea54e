import { expect, it } from "vitest";
import { CONSTRUCTS } from "./table/constructs.js";
import { zod } from "./table/zod.js";
import { arktype } from "./table/arktype.js";
import { valibot } from "./table/valibot.js";
import { effect } from "./table/effect.js";
import { outcomeOf } from "./table/outcome.js";
it("x", () => {
  for (const [n, lib] of Object.entries({ zod, arktype, valibot, effect })) for (const c of CONSTRUCTS) { const w = lib[c]; if (w === undefined) { console.log(n, c, "--"); continue; } try { const o = outcomeOf(w); console.log(n, c, o.cell, o.kept, o.refused, o.lost.join("|")); } catch (e) { console.log(n, c, "THREW", e); } }
  expect(1).toBe(1);
});
