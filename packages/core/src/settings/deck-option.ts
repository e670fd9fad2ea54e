import * as errors from "../errors.js";
import { elementsOf } from "../words/plain-object.js";

const TABS = ["inputs", "outputs", "source", "timeline"] as const;

/** A tab that is added to a deck behind those of the author. */
export type DeckTab = (typeof TABS)[number];

/** Whether a task writes a deck; the tabs behind those of the author may be named. */
export type DeckOption = boolean | { readonly tabs: readonly DeckTab[] };

/** The option as settings: without tabs in it, inputs and outputs are added. @throws `OPTION_INVALID` */
export function deckSettings(
  given: DeckOption,
  at: string,
): { readonly deck: boolean; readonly deckTabs: readonly DeckTab[] } {
  if (typeof given === "boolean") return { deck: given, deckTabs: given ? ["inputs", "outputs"] : [] };
  const value: unknown = given;
  const tabs = typeof value === "object" && value !== null && "tabs" in value ? elementsOf(value.tabs) : [];
  const isTab = (tab: unknown): tab is DeckTab => TABS.includes(tab as DeckTab);
  if (typeof value === "object" && value !== null && "tabs" in value && tabs?.every(isTab) === true)
    return { deck: true, deckTabs: [...new Set(tabs)] };
  const wanted = `true, false, or \`{ tabs }\` with some of ${TABS.map((tab) => JSON.stringify(tab)).join(", ")}`;
  const advice = 'Name tabs to add: `deck: { tabs: ["inputs", "source"] }`, or write `deck: true`.';
  throw errors.OPTION_INVALID({ at, option: "deck", wanted, given: value, advice });
}
