/** By edit distance, if close enough for the length; the word may be typed only in part. */
export function closestWords(typed: string, words: string[]): string[] {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const distances = words.map((word) => ({ word, distance: editDistance(typed, word) }));
  const least = Math.min(...distances.map((one) => one.distance));
  if (least > allowed) return [];
  return [...new Set(distances.filter((one) => one.distance === least).map((one) => one.word))];
}

/** Optimal string alignment distance to the closest prefix of a word. */
function editDistance(typed: string, word: string): number {
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      const options = [
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (row > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        options.push((before[column - 2] ?? 0) + 1);
      }
      here.push(Math.min(...options));
    }
    [before, above] = [above, here];
  }
  return Math.min(...above);
}
