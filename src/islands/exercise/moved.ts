/** The list with the item at this place; as it is where there is no such item, and the place at the nearest end where there is no such place. */
export function movedTo(order: readonly string[], value: string, place: number): readonly string[] {
  if (!order.includes(value)) return order;
  const others = order.filter((one) => one !== value);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), value, ...others.slice(at)];
}

/** The list with the item one place further up or down; as it is where there is no such place. */
export function moved(order: readonly string[], value: string, by: -1 | 1): readonly string[] {
  return movedTo(order, value, order.indexOf(value) + by);
}
