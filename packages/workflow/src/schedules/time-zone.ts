// Intl knows more than the IANA database: abbreviations of three letters, and the names of System V. Of the
// abbreviations only these are in the database.
const IANA_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "),
);
const NAME = /^(?!SystemV\/)[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z][A-Za-z0-9_+-]*)*$/;
// All other words of zone names have one capital, their first letter. On a cluster zones are files, so
// `europe/berlin` and `US/EASTERN` are not found there. Intl ignores case, so the spelling is checked here.
const OTHER_WORDS = `ACT BajaNorte BajaSur CDT CET CHAT ComodRivadavia CST DeNoronha DumontDUrville EasterIsland EDT EET EST GB GMT
  HST IN LHI McMurdo MDT MET MST NSW NZ PDT PRC PST ROC ROK SU UCT US UTC WET au es of`;
let spellings: ReadonlyMap<string, string> | undefined;

/** Whether Go finds a time zone of this name: it has to be in the IANA database, in exactly this spelling. */
export function isTimeZone(name: string): boolean {
  // To Go the empty name is UTC, Local the zone of the server, and Factory the zone of a clock that nobody has set.
  // Intl knows none of them.
  if (name === "" || name === "Local" || name === "Factory") return true;
  if (name.length > 64 || !NAME.test(name) || !name.split(/[^A-Za-z]+/).every(isSpelled)) return false;
  if (/^[A-Z]{3}$/.test(name) && !IANA_ABBREVIATIONS.has(name)) return false;
  return isKnown(name);
}

function isSpelled(word: string): boolean {
  spellings ??= new Map(OTHER_WORDS.split(/\s+/).map((other) => [other.toLowerCase(), other]));
  return (
    word ===
    (spellings.get(word.toLowerCase()) ?? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
  );
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
