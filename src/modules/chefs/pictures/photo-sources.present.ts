import { PICTURE_FORMATS, PICTURE_WIDTHS } from './image-encoding.service.js';

/** For <source> elements; none unless it was uploaded. @param url such as /photos/KEY-640.webp */
export function photoSources(url: string | null): { type: string; srcset: string }[] {
  const [, base] = /^(\/photos\/[\w-]{22})-640\.webp$/.exec(url ?? '') ?? [];
  if (base === undefined) return [];
  return PICTURE_FORMATS.map((format) => ({
    type: `image/${format}`,
    srcset: PICTURE_WIDTHS.map((width) => `${base}-${width}.${format} ${width}w`).join(', '),
  }));
}
