/** Waves a day that the model may use. A fourth explains less than 0.1 % more of the variance held out. */
const waves: readonly number[] = [1, 2, 3];

/** What the model knows of a flight, in the order of its weights. */
export const featureNames: readonly string[] = [
  "intercept",
  ...waves.flatMap((wave) => [`sin ${wave}`, `cos ${wave}`]),
  "distance",
  "distance²",
];

/**
 * The features of one flight: waves of the hour, so that 23:59 and 00:00 are neighbours, and a parabola of
 * the distance in thousands of miles, so that all features are of about the same size.
 */
export function featuresOf(hour: number, distance: number): number[] {
  const angle = (2 * Math.PI * hour) / 24;
  const features = [1];
  for (const wave of waves) features.push(Math.sin(wave * angle), Math.cos(wave * angle));
  const thousands = distance / 1000;
  features.push(thousands, thousands ** 2);
  return features;
}
