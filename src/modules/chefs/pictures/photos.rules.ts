/** Beside the chef's own picture. */
export const MAX_PICTURES = 8;

/** `place` counts from 1. */
export interface PictureEdit {
  key: string;
  alt: string;
  place: number;
  remove: boolean;
}

export interface Picture {
  key: string;
  alt: string;
}

/** Of the middle width; photoSources derives the others. */
export function urlOf(key: string): string {
  return `/photos/${key}-640.webp`;
}

/** Pictures in their new order; of two for one place, the one that moved there comes first. */
export function reorderPictures(there: Picture[], edits: PictureEdit[]): Picture[] {
  const byKey = new Map(edits.map((edit) => [edit.key, edit]));
  return there
    .map(({ key, alt }, index) => {
      const old = index + 1;
      const edit = byKey.get(key) ?? { alt, place: old, remove: false };
      // Moving back goes behind the picture at the new place, moving forward before it.
      const rank = edit.place + Math.sign(edit.place - old) / 2;
      return { key, alt: edit.alt, rank, remove: edit.remove };
    })
    .filter(({ remove }) => !remove)
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, alt }) => ({ key, alt }));
}
