const FORM =
  /^([+-]?)P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const SECONDS = [604_800, 86_400, 3600, 60, 1];

/** The microseconds of a duration of ISO 8601, such as `PT5M`. Years and months have no fixed length: undefined. */
export function isoDuration(text: string): bigint | undefined {
  const [, sign, ...parts] = FORM.exec(text.trim()) ?? [];
  if (sign === undefined || parts.every((part) => part === undefined) || /T$/i.test(text.trim()))
    return undefined;
  const micros = parts.reduce(
    (sum, part, i) =>
      sum + BigInt(Math.round(Number((part ?? "0").replace(",", ".")) * (SECONDS[i] ?? 0) * 1e6)),
    0n,
  );
  return sign === "-" ? -micros : micros;
}
