import { keyOf } from "../sites/entities.js";
import { type Reference, type Site, STAGES } from "../sites/site.js";
import type { Scope } from "./scope.js";

/** An entity with the nodes that call it. */
export interface EntityUse {
  readonly reference: Reference;
  /** The first node that calls it; if Flyte's compiler looks at any of these nodes, the first of those. */
  readonly site: Site;
  readonly scope: Scope;
  /** Whether Flyte's compiler looks at a node that calls it. */
  readonly isSeen: boolean;
  readonly sites: readonly Site[];
}

/** The entities that the nodes of these workflows call, each once, in the order of the nodes. */
export function entityUses(scopes: readonly Scope[]): readonly EntityUse[] {
  const uses = new Map<unknown, EntityUse & { readonly sites: Site[] }>();
  for (const scope of scopes) {
    for (const site of scope.sites) {
      const reference = site.calls;
      if (reference === undefined) continue;
      const isSeen = scope.isSeen && site.stage > STAGES.lookup;
      // An entity that was not given is known only by its identifier.
      const key = reference.entity ?? `${reference.kind} ${keyOf(reference.id)}`;
      const use = uses.get(key);
      use?.sites.push(site);
      if (use === undefined || (isSeen && !use.isSeen)) {
        uses.set(key, { reference, site, scope, isSeen, sites: use?.sites ?? [site] });
      }
    }
  }
  return [...uses.values()];
}
