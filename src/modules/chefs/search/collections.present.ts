import { withQuery } from '../../../platform/http/input/url.js';
import type { Translator } from '../../../platform/i18n/translations.js';

const WITH_PICTURE = ['korean', 'italian', 'japanese', 'french', 'mexican'];

export function searchViewHelpers({ t, tStored }: Translator) {
  return {
    /** Links from the home page to searches, each with a label and a picture. */
    searchCollections: (cuisines: string[], saturday: string) => [
      ...cuisines.map((cuisine) => ({
        href: withQuery('/explore', { cuisine }),
        label: tStored(cuisine),
        picture: pictureOf(cuisine.toLowerCase()),
      })),
      {
        href: withQuery('/explore', { date: saturday }),
        label: t('Free this Saturday'),
        picture: '/images/home/weekend.svg',
      },
      {
        href: withQuery('/explore', { min_rating: 4.5, sort: 'rating' }),
        label: t('Rated {{rating}} or better', { rating: '4.5' }),
        picture: '/images/home/rated.svg',
      },
      {
        href: withQuery('/explore', { guests: 10 }),
        label: t('For ten guests or more'),
        picture: '/images/home/party.svg',
      },
    ],
  };
}

function pictureOf(cuisine: string): string {
  return WITH_PICTURE.includes(cuisine)
    ? `/images/cuisines/${cuisine}.svg`
    : '/images/home/other.svg';
}
