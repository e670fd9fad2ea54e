// What Intl knows beside the IANA database: abbreviations of three letters but for these, and System V's.
const IANA_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "),
);
// Upper case in front of each part, and no run of it longer than an abbreviation: where zones are files, as on
// a cluster, `europe/berlin` and `US/EASTERN` are not found, and Intl does not care.
const NAME = /^(?!.*[A-Z]{5})(?!SystemV\/)[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/;

/** Whether Go finds a time zone of this name: one of the IANA database, spelled as it is there. */
export function isTimeZone(name: string): boolean {
  // Nothing is UTC, and Local the zone of the server.
  if (name === "" || name === "Local") return true;
  if (name.length > 64 || !NAME.test(name)) return false;
  if (/^[A-Z]{3}$/.test(name) && !IANA_ABBREVIATIONS.has(name)) return false;
  const known = resolve(name);
  return known !== undefined && (known === name || known.toLowerCase() !== name.toLowerCase());
}

/** The name that Intl has for a zone; an old name resolves to the new one, or the other way round. */
function resolve(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
