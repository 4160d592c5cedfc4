const RESAMPLES = 2_000;

/**
 * The 95 % interval of the median, by resampling with replacement (Efron, 1979): it says how far the figure could be from
 * the truth on a machine as restless as this one. The resampling itself is always the same.
 */
export function resamplingInterval(values: readonly number[]): { readonly low: number; readonly high: number } {
  let state = 1;
  // Park and Miller's generator: repeatable, and good enough to draw from nine numbers.
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return values[state % values.length] ?? Number.NaN;
  };
  const medians = Array.from({ length: RESAMPLES }, () => {
    const sample = values.map(draw).sort((a, b) => a - b);
    return sample[Math.floor(sample.length / 2)] ?? Number.NaN;
  }).sort((a, b) => a - b);
  const at = (share: number) => medians[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
