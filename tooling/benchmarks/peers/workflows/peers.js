// The chain and the fan, as `workflow` compiles them.
export async function inc(x) {
  "use step";
  return x + 1;
}

export async function chain(size) {
  "use workflow";
  let last = 0;
  for (let i = 0; i < size; i += 1) last = await inc(last);
  return last;
}

export async function fan(size) {
  "use workflow";
  return Promise.all(Array.from({ length: size }, () => inc(0)));
}
