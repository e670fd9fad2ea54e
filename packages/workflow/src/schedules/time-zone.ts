// What Intl knows beside the IANA database: abbreviations of three letters but for these, and System V's.
const IANA_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "),
);
const NAME = /^(?!SystemV\/)[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z][A-Za-z0-9_+-]*)*$/;
// All other words of names have one capital, at their beginning. Where zones are files, as on a cluster,
// `europe/berlin` and `US/EASTERN` are not found, and Intl does not care.
const OTHER_WORDS =
  `ACT BajaNorte BajaSur CDT CET CHAT ComodRivadavia CST DeNoronha DumontDUrville EasterIsland EDT EET EST GB GMT
  HST IN LHI McMurdo MDT MET MST NSW NZ PDT PRC PST ROC ROK SU UCT US UTC WET au es of`.split(/\s+/);
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  OTHER_WORDS.map((word) => [word.toLowerCase(), word] as const),
);

/** Whether Go finds a time zone of this name: one of the IANA database, spelled as it is there. */
export function isTimeZone(name: string): boolean {
  // Nothing is UTC, Local the zone of the server, and Factory of a clock that nobody set; Intl has none of them.
  if (name === "" || name === "Local" || name === "Factory") return true;
  if (name.length > 64 || !NAME.test(name) || !name.split(/[^A-Za-z]+/).every(isSpelled)) return false;
  if (/^[A-Z]{3}$/.test(name) && !IANA_ABBREVIATIONS.has(name)) return false;
  return isKnown(name);
}

function isSpelled(word: string): boolean {
  return (
    word ===
    (SPELLINGS.get(word.toLowerCase()) ?? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
  );
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
