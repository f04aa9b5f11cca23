/** The list with the item one place further up or down; as it is where there is no such place. */
export function moved(order: readonly string[], value: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(value);
  const other = order[from + by];
  if (from < 0 || other === undefined) return order;
  return order.map((one) => (one === value ? other : one === other ? value : one));
}
