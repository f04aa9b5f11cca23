/** How many characters leave room for two options beside each other on a phone. */
const SHORT = 8;
/** How many leave room for four beside each other where there is more. */
const USUAL = 24;

/** How much room the options of a field take, by the longest of them: how many may stand beside each other. */
export function optionsSize(labels: readonly string[]): 'short' | 'usual' | 'long' {
  const longest = Math.max(...labels.map(({ length }) => length));
  if (longest <= SHORT) return 'short';
  return longest <= USUAL ? 'usual' : 'long';
}
