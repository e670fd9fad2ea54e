/** A row of which the outcome here is another than that of flytekit, and why. */
export interface Exception {
  readonly why: string;
  /** What it becomes here, as `shown` has it; without it, it is refused here. */
  readonly becomes?: unknown;
}

/** Rows of cli-values.jsonl and cli-more.jsonl whose outcome differs, by their names: all others are as in flytekit. */
export const exceptions: Readonly<Record<string, Exception>> = {
  "t_int --x 9223372036854775808": {
    why: "Flyte's ints have 64 bits: flytekit takes it here, and fails where it is sent",
  },
  "t_datetime --x 2024-05-06T07:08:09.5": {
    why: "ISO 8601 with a fraction of seconds, which flytekit takes with a blank in place of the T",
    becomes: { $time: "1714979289500000" },
  },
  "t_datetime --x 2024-05-06T07:08:09Z": {
    why: "ISO 8601 with an offset",
    becomes: { $time: "1714979289000000" },
  },
  "t_datetime --x 2024-05-06T07:08:09+02:00": {
    why: "ISO 8601 with an offset",
    becomes: { $time: "1714972089000000" },
  },
  "t_datetime --x 2024-05-06T07:08": {
    why: "ISO 8601 without seconds, which flytekit takes with a blank in place of the T",
    becomes: { $time: "1714979280000000" },
  },
  't_datetime --x "2024-05-06 - P1D"': {
    why: "a duration of ISO 8601, as flytekit's own help says",
    becomes: { $time: "1714867200000000" },
  },
  't_datetime --x "2024-05-06T00:00:00 + PT1H30M"': {
    why: "a duration of ISO 8601, as flytekit's own help says",
    becomes: { $time: "1714959000000000" },
  },
  "t_duration --x PT5M": { why: "a duration of ISO 8601", becomes: 300000 },
  "t_duration --x 500ms": { why: "a duration in milliseconds", becomes: 500 },
  't_lists --x "[[1, 2.5], []]"': {
    why: "a whole number in JSON is a float where floats are wanted: who writes [1, 2.5] means that",
    becomes: [[1, 2.5], []],
  },
  "t_opt_int --x None": { why: "a text for none", becomes: null },
  "t_opt_int --x none": { why: "a text for none", becomes: null },
  "t_opt_int --x null": { why: "a text for none", becomes: null },
  "t_opt_list --x null": { why: "a text for none", becomes: null },
  "t_pickle --x flow:thing": {
    why: "Python only: a variable of a module; the counterpart here is a record, as JSON or in a file",
  },
  "t_pickle --x flow:make_thing": {
    why: "Python only: a variable of a module; the counterpart here is a record, as JSON or in a file",
  },
  "t_pickle --x thing": {
    why: "Python only: a variable of a module; the counterpart here is a record, as JSON or in a file",
  },
  "t_two_words --no-two_words": { why: "a flag in the other spelling", becomes: false },
  "t_two_words --two-words": { why: "a flag in the other spelling", becomes: true },
  t_default_int: { why: "a default of type duration", becomes: [{ $int: "5" }, "d", 300000] },
  "t_names --snake_case 1 --camelCase 2": {
    why: "an input with an upper-case letter",
    becomes: [{ $int: "1" }, { $int: "2" }, { $int: "2" }],
  },
  "t_snake --two-words 1": { why: "a flag in the other spelling", becomes: { $int: "1" } },
  "t_flags --inputs-file flags.json": {
    why: "flytekit drops false; here it counts",
    becomes: [true, false, null],
  },
  't_two --inputs-file - < "{\\"x\\": 21}"': {
    why: "standard input as the file of inputs",
    becomes: [{ $int: "21" }, "d"],
  },
  't_int --x "９２２３３７２０３６８５４７７５８０８"': {
    why: "Flyte's ints have 64 bits: flytekit takes it here, and fails where it is sent",
  },
  "t_int --x -9223372036854775809": {
    why: "Flyte's ints have 64 bits: flytekit takes it here, and fails where it is sent",
  },
  "t_int --x 111111111111111111111111111111111111111111111111111111111111": {
    why: "Flyte's ints have 64 bits: flytekit takes it here, and fails where it is sent",
  },
  "t_datetime --x Now": {
    why: "flytekit reads the year 1900 out of it; who writes it means now, or today",
    becomes: { $time: "1796038388595000" },
  },
  "t_datetime --x NOW": {
    why: "flytekit reads the year 1900 out of it; who writes it means now, or today",
    becomes: { $time: "1796038388595000" },
  },
  "t_datetime --x Today": {
    why: "flytekit reads the year 1900 out of it; who writes it means now, or today",
    becomes: { $time: "1795996800000000" },
  },
  't_datetime --x "2024-05-06 + 500ms"': {
    why: "a duration in milliseconds",
    becomes: { $time: "1714953600500000" },
  },
  "t_datetime --x 2024-05-06T00:00:00+00:00": {
    why: "ISO 8601 with an offset",
    becomes: { $time: "1714953600000000" },
  },
  't_datetime --x "2024-05-06 + P1W"': {
    why: "a duration of ISO 8601, as flytekit's own help says",
    becomes: { $time: "1715558400000000" },
  },
  't_datetime --x "now - PT1H"': {
    why: "a duration of ISO 8601, as flytekit's own help says",
    becomes: { $time: "1796034788595000" },
  },
  't_datetime --x "2024-05-06 12:00 + 1 hour"': {
    why: "ISO 8601 without seconds, and a duration",
    becomes: { $time: "1715000400000000" },
  },
  't_datetime --x "2024-05-06T07:08:09.5 + 1s"': {
    why: "ISO 8601 with a fraction of seconds, which flytekit takes with a blank in place of the T",
    becomes: { $time: "1714979290500000" },
  },
  "t_date --x 2024-05-06T07:08:09Z": { why: "ISO 8601 with an offset", becomes: "2024-05-06" },
  't_duration --x "500 ms"': { why: "a duration in milliseconds", becomes: 500 },
  't_duration --x "500 milliseconds"': { why: "a duration in milliseconds", becomes: 500 },
  "t_duration --x 1s500ms": { why: "a duration in milliseconds", becomes: 1500 },
  "t_duration --x PT1H": { why: "a duration of ISO 8601", becomes: 3600000 },
  "t_duration --x P1D": { why: "a duration of ISO 8601", becomes: 86400000 },
  "t_duration --x P1DT2H": { why: "a duration of ISO 8601", becomes: 93600000 },
  "t_duration --x PT0.5S": { why: "a duration of ISO 8601", becomes: 500 },
  "t_duration --x pt5m": { why: "a duration of ISO 8601", becomes: 300000 },
  "t_duration --x -PT5M": { why: "a duration of ISO 8601", becomes: -300000 },
  "t_duration --x P2W": { why: "a duration of ISO 8601", becomes: 1209600000 },
  't_duration --x "999999999 days"': { why: "Flyte's durations end at 10,000 years" },
  "t_opt_dt --x null": { why: "a text for none", becomes: null },
  "t_opt_bool --x null": { why: "a text for none", becomes: null },
  "t_opt_enum --x null": { why: "a text for none", becomes: null },
  't_datetimes --x "[\\"2024-05-06\\"]"': { why: "a time in JSON", becomes: [{ $time: "1714953600000000" }] },
  't_datetimes --x "[\\"2024-05-06T07:08:09Z\\"]"': {
    why: "ISO 8601 with an offset",
    becomes: [{ $time: "1714979289000000" }],
  },
  't_durations --x "[\\"1h\\"]"': { why: "a duration in JSON", becomes: [3600000] },
  't_floats --x "[1]"': {
    why: "a whole number in JSON is a float where floats are wanted: who writes [1, 2.5] means that",
    becomes: [1],
  },
  't_list --x "[9223372036854775808]"': {
    why: "Flyte's ints have 64 bits: flytekit takes it here, and fails where it is sent",
  },
  't_list --x "@list.json"': { why: "a file behind @", becomes: [{ $int: "1" }, { $int: "2" }] },
  't_strs --x "[\\"\\\\ud83d\\\\\\\\ude00\\"]"': {
    why: "half a surrogate pair is no character, and no message of Flyte holds it",
  },
  't_dict --x "{\\"a\\": 12345678901234567890}"': { why: "Flyte's ints have 64 bits" },
  't_intmap --x "{\\"1\\": 2}"': { why: 'flytekit makes the text "2" of it, and JSON says a number' },
  't_record --x "{\\"x\\": 1.7}"': { why: "flytekit cuts off the fraction; nothing is lost silently here" },
  't_record --x "{\\"x\\": 1, \\"tags\\": \\"ab\\"}"': {
    why: "flytekit makes a list of the letters or keys; nobody means that",
  },
  't_record --x "{\\"x\\": 1, \\"tags\\": {}}"': {
    why: "flytekit makes a list of the letters or keys; nobody means that",
  },
  't_rich --x "{\\"b\\": \\"false\\"}"': {
    why: 'flytekit finds every text true; who writes "false" means false',
    becomes: {
      n: { $int: "1" },
      f: 1.5,
      b: false,
      when: null,
      span: null,
      color: "red",
      kids: [],
      m: {},
      s: "s",
    },
  },
  't_rich --x "{\\"b\\": \\"x\\"}"': { why: "flytekit makes a boolean of anything; this is none" },
  't_rich --x "{\\"b\\": null}"': { why: "flytekit makes a boolean of anything; this is none" },
  't_rich --x "{\\"when\\": \\"2024-05-06\\"}"': {
    why: "a time in ISO 8601, in JSON",
    becomes: {
      n: { $int: "1" },
      f: 1.5,
      b: true,
      when: { $time: "1714953600000000" },
      span: null,
      color: "red",
      kids: [],
      m: {},
      s: "s",
    },
  },
  't_rich --x "{\\"when\\": \\"2024-05-06T07:08:09Z\\"}"': {
    why: "a time in ISO 8601, in JSON",
    becomes: {
      n: { $int: "1" },
      f: 1.5,
      b: true,
      when: { $time: "1714979289000000" },
      span: null,
      color: "red",
      kids: [],
      m: {},
      s: "s",
    },
  },
  't_rich --x "{\\"when\\": \\"2024-05-06T07:08:09+02:00\\"}"': {
    why: "a time in ISO 8601, in JSON",
    becomes: {
      n: { $int: "1" },
      f: 1.5,
      b: true,
      when: { $time: "1714972089000000" },
      span: null,
      color: "red",
      kids: [],
      m: {},
      s: "s",
    },
  },
  't_rich --x "{\\"span\\": \\"1h\\"}"': {
    why: "a duration in JSON",
    becomes: {
      n: { $int: "1" },
      f: 1.5,
      b: true,
      when: null,
      span: 3600000,
      color: "red",
      kids: [],
      m: {},
      s: "s",
    },
  },
  't_rich --x "{\\"m\\": {\\"a\\": 1.5}}"': {
    why: "flytekit cuts off the fraction; nothing is lost silently here",
  },
  't_rich --x "{\\"s\\": null}"': { why: 'flytekit makes the texts "None" and "True" of it; it is no text' },
  't_rich --x "{\\"s\\": true}"': { why: 'flytekit makes the texts "None" and "True" of it; it is no text' },
  "t_opt_record --x null": { why: "a text for none", becomes: null },
  "t_lit --x up": { why: "flytekit does not check constants; here they are checked, also by the type" },
  "t_lit --x LEFT": { why: "flytekit does not check constants; here they are checked, also by the type" },
  "t_litint --x 3": { why: "flytekit does not check constants; here they are checked, also by the type" },
  "t_str --x -": {
    why: "a dash that is the text itself: flytekit takes it for standard input",
    becomes: "-",
  },
  "t_bool --x=true": { why: "a boolean behind an equals sign", becomes: true },
  "t_bool --x=false": { why: "a boolean behind an equals sign", becomes: false },
  "t_two - --x 3": { why: "standard input, not as the last word", becomes: [{ $int: "3" }, "d"] },
  "t_two --inputs-file=in.json": {
    why: "flytekit overlooks the file when it is written with an equals sign",
    becomes: [{ $int: "11" }, "from json"],
  },
  "t_two --inputs-file in.json -": {
    why: "a file and standard input, which is empty",
    becomes: [{ $int: "11" }, "from json"],
  },
  "t_flags --x=1": { why: "a boolean behind an equals sign", becomes: [true, true, null] },
  't_two - < "y: true"': {
    why: "true as a text, for an input that is one",
    becomes: [{ $int: "5" }, "true"],
  },
  't_two - < "y: no"': {
    why: "YAML 1.2: `no` is a text; flytekit reads false, and drops it",
    becomes: [{ $int: "5" }, "no"],
  },
  't_two - < "y: 2024-05-06"': { why: "YAML 1.2: a day is a text", becomes: [{ $int: "5" }, "2024-05-06"] },
  't_two - < "x: 010"': { why: "YAML 1.2: `010` is ten", becomes: [{ $int: "10" }, "d"] },
  't_two - < "y: 1:30"': { why: "YAML 1.2: `1:30` is a text", becomes: [{ $int: "5" }, "1:30"] },
  't_two - < "  "': { why: "an empty standard input", becomes: [{ $int: "5" }, "d"] },
  't_opt_int - < "x: null"': { why: "a text for none", becomes: null },
  't_datetime - < "x: 2024-05-06"': {
    why: "YAML 1.2: a day is a text",
    becomes: { $time: "1714953600000000" },
  },
  't_flags - < "x: true\\nz: true"': { why: "true for an optional boolean", becomes: [true, true, true] },
  't_bool_true - < "x: false"': { why: "flytekit drops false; here it counts", becomes: false },
};
