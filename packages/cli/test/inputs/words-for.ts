import type { Row } from "./rows.js";

// What the message for a text of each type has to say: what the type is called, and what would fit.
const INT = /an int is a whole number such as 5/;
const LIST = /a list is JSON such as \[/;
const RECORD = /a record is JSON such as \{"x": 5\}/;
const TIME = /a datetime is a time such as 2024-05-31T12:00:00Z, now, or now - 1 day/;
const DURATION = /a duration is a time with its unit such as 90s, 1h30m or PT5M/;
const ENUM = /"red" or "dark blue"/;
const FILE = /a file is the path of one that exists, or a URI such as s3:\/\/bucket\/key/;

const WORDS: Readonly<Record<string, RegExp>> = {
  t_int: INT,
  t_snake: INT,
  t_names: INT,
  t_default_int: INT,
  t_opt_int: /an int is a whole number such as 5, or null for none/,
  t_float: /a float is a number such as 1\.5/,
  t_bool: /a boolean is true or false|alone means true, and `--no-x` or `--x=false` means false/,
  t_opt_bool: /a boolean is true or false, or null for none/,
  t_datetime: TIME,
  t_datetimes: TIME,
  t_opt_dt: TIME,
  t_date: /a date is a day such as 2024-05-31, today, or today - 1 day/,
  t_duration: DURATION,
  t_durations: DURATION,
  t_enum: ENUM,
  t_enums: /"red" or "dark blue"|a list is JSON/,
  t_opt_enum: ENUM,
  t_lit: /"left" or "right"/,
  t_litint: /1 or 2/,
  t_bools: /a boolean is true or false|a list is JSON/,
  t_floats: /a float is a number such as 1\.5|a list is JSON/,
  t_list: /an int is a whole number such as 5|a list is JSON such as \[5\]/,
  t_opt_list: /an int is a whole number such as 5|a list is JSON such as \[5\]/,
  t_opts: /an int is a whole number such as 5/,
  t_lists: /a float is a number such as 1\.5|a list is JSON such as \[/,
  t_strs: /a string is any text|a list is JSON such as \["text"\]/,
  t_map: /an int is a whole number such as 5|a map is JSON such as \{"key": 5\}/,
  t_maps: LIST,
  t_dict: /it is a JSON object such as \{"key": 1\}, or a file of JSON or YAML/,
  t_intmap: /it is a JSON object such as/,
  t_record:
    /a record is JSON such as \{"x": 5\}|an int is a whole number such as 5|a float is a number|a list is JSON/,
  t_opt_record: /a record is JSON such as \{"x": 5\}|an int is a whole number such as 5/,
  t_records: /a record is JSON such as \{"x": 5\}|a list is JSON such as \[\{"x": 5\}\]/,
  t_map_rec: RECORD,
  t_rich:
    /an int is|a boolean is|a string is|a duration is|"red" or "dark blue"|a record is JSON such as \{"x": 5\}/,
  t_union_list: /an int is a whole number such as 5/,
  t_unions: /list|int or string/,
  t_file: FILE,
  t_files: /a file is the path of one that exists|a list is JSON such as \["data\.csv"\]/,
  t_csv: FILE,
  t_dir: /a directory is the path of one that exists, or a URI such as s3:\/\/bucket\/folder/,
  t_dataset: /a dataset is the path of a file or folder that exists, or a URI such as s3:\/\/bucket\/table/,
  t_pickle: /a record is JSON such as \{"n": 5\}, or a file of JSON or YAML/,
};

// Words that are no flags of inputs, and files of inputs that are none.
const USAGE =
  /there is no flag .*\n.*(?:Did you mean `--[\w-]+`\?|Its inputs are given as `--)|belongs to no flag\.\n|needs a value\.\n.*VALUE|takes no value\.\n.*means (?:true|false)|which is not an input\.\n.*(?:Did you mean \w+\?|Its inputs are given as `\w+`)|inputs cannot be read from .*\n.*such as \{"x": 5\}|is missing: it takes|ENTITY_NOT_IN_FILE|TASK_FAILED/;

/** What the message has to match that refuses a row. */
export function wordsFor({ task, args }: Row): RegExp {
  const own = WORDS[task];
  const isUsage = args.length !== 2 || args[0] !== "--x" || own === undefined;
  if (!isUsage && own !== undefined) return own;
  return own === undefined
    ? new RegExp(`${USAGE.source}|${INT.source}`)
    : new RegExp(`${USAGE.source}|${own.source}`);
}
