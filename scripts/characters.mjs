/** The characters as unicode-range has them, each run as one. */
export function rangesOf(characters) {
  const runs = [];
  for (const point of [...new Set(characters)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === point - 1) run.last = point;
    else runs.push({ first: point, last: point });
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs
    .map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`)
    .join();
}

export function span(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function points(text) {
  return [...text].map((character) => character.codePointAt(0));
}
