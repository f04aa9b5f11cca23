/** Whether two values of plain data, numbers, strings, lists and records of them, are equal in every part; an absent key is not a key that holds `undefined`. */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  if (ones.size !== others.size) return false;
  for (const [key, value] of ones) if (!others.has(key) || !sameData(value, others.get(key))) return false;
  return true;
}
