/** Adds an item to the list of a key, made where there is none. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Items by a key of theirs; those whose key is `null` are left out. */
export function listsByKey<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) addTo(lists, key, item);
  }
  return lists;
}
