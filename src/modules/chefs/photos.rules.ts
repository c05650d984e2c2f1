/** How many pictures a chef's page has beside the chef's own. */
export const MOST_PICTURES = 8;

/** What a chef wants of one picture; the place is counted from 1. */
export interface PictureWish {
  key: string;
  alt: string;
  place: number;
  remove: boolean;
}

/** A further picture: what its address is made of, and what it shows. */
export interface Picture {
  key: string;
  alt: string;
}

/** The address of a picture in its middle width, which stands for all of them. */
export function urlOf(key: string): string {
  return `/photos/${key}-640.webp`;
}

/**
 * The pictures that stay, in the wished order. Of two that want one place the one that moves there
 * comes first; pictures without a wish keep their place as well as it can be done.
 */
export function inOrder(there: Picture[], wishes: PictureWish[]): Picture[] {
  const wished = new Map(wishes.map((wish) => [wish.key, wish]));
  return there
    .map(({ key, alt }, index) => {
      const old = index + 1;
      const wish = wished.get(key) ?? { alt, place: old, remove: false };
      // Who goes back passes the one that stands there, who comes forward stands before it.
      const rank = wish.place + Math.sign(wish.place - old) / 2;
      return { key, alt: wish.alt, rank, remove: wish.remove };
    })
    .filter(({ remove }) => !remove)
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, alt }) => ({ key, alt }));
}
