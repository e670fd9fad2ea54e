const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|ACCESS_KEY|API_KEY/i;
const SHORTEST = 6;

/** A text without what may be secret: passwords of addresses, bearer tokens, and the values of variables whose names say so. */
export function withoutSecrets(text: string, env: Readonly<Record<string, string | undefined>>): string {
  const values = Object.entries(env).flatMap(([name, value = ""]) =>
    SECRET_NAME.test(name) && value.length >= SHORTEST ? [value] : [],
  );
  const plain = values.reduce((all, value) => all.replaceAll(value, "(hidden)"), text);
  return plain.replaceAll(/\/\/[^/\s@]*@/g, "//(hidden)@").replaceAll(/\bBearer\s+\S+/g, "Bearer (hidden)");
}
