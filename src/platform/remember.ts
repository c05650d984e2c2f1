/** Keeps results of a function that always gives the same for the same; forgets them all when there are many. */
export function remember<K extends string | number, T>(
  compute: (key: K) => T,
  most = 5000,
): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
