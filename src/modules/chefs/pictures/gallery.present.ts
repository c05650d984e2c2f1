import type { Translator } from '../../../platform/i18n/translations.js';
import { photoSources } from './photo-sources.present.js';

interface PicturedChef {
  id: number;
  name: string;
  photo_url: string | null;
  gallery: { url: string; alt: string }[];
}

export function pictureViewHelpers({ t }: Translator) {
  return {
    photoSources,
    /** The chef's own picture and the further ones; drawings when there is no photo at all. */
    galleryPictures(chef: PicturedChef) {
      const own = {
        url: chef.photo_url ?? `/chefs/${chef.id}/art.svg`,
        alt: t('{{name}}: the chef’s picture', { name: chef.name }),
      };
      const drawings = [
        {
          url: `/chefs/${chef.id}/art/board.svg`,
          alt: t('A drawing: ingredients and a knife on a board'),
        },
        {
          url: `/chefs/${chef.id}/art/table.svg`,
          alt: t('A drawing: a table set for two, with many small dishes'),
        },
      ];
      const hasPhotos = chef.gallery.length > 0 || photoSources(own.url).length > 0;
      return [own, ...(hasPhotos ? chef.gallery : drawings)].map(({ url, alt }) => ({
        url,
        alt,
        largest: url.replace(/-640\.webp$/, '-1280.webp'),
        sources: photoSources(url),
      }));
    },
  };
}
