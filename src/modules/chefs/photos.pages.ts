import { everyone, signedIn } from '../../platform/http/access.js';
import {
  goTo,
  idOf,
  pageRoute,
  type PageReply,
  type PageRoute,
} from '../../platform/http/page-route.js';
import { notAPicture } from '../../platform/images.js';
import { artOf, SCENES } from './art.rules.js';
import type { Chef, Chefs } from './chefs.service.js';
import { LARGEST_PHOTO, type Photos } from './photos.service.js';

const PROFILE = '/chef/profile';

/** The chefs' pictures: shown to everyone, changed from the profile's page. */
export function photosPages(chefs: Chefs, photos: Photos): PageRoute[] {
  const change = (
    path: string,
    told: string,
    act: (chef: Chef, upload: Uint8Array | null) => Promise<void>,
  ) =>
    pageRoute({
      method: 'post',
      path,
      access: signedIn,
      upload: { field: 'photo', maxBytes: LARGEST_PHOTO },
      async handle({ viewer, upload }): Promise<PageReply> {
        const chef = await chefs.ofUser(viewer.id);
        if (chef === null) return goTo(PROFILE);
        try {
          await act(chef, upload);
        } catch (error) {
          if (!notAPicture.isThe(error)) throw error;
          return { location: PROFILE, flash: { kind: 'error', text: (error as Error).message } };
        }
        return goTo(PROFILE, told);
      },
    });
  return [
    pageRoute({
      method: 'get',
      path: '/photos/:file',
      access: everyone,
      async handle({ params }) {
        const { bytes, type } = await photos.content(params.file ?? '');
        return { file: Buffer.from(bytes), type, immutable: true };
      },
    }),
    ...SCENES.map((scene) =>
      pageRoute({
        method: 'get',
        path: scene === 'plate' ? '/chefs/:id/art.svg' : `/chefs/:id/art/${scene}.svg`,
        access: everyone,
        async handle({ params }) {
          const chef = await chefs.find(idOf(params));
          return { file: artOf(chef, scene), type: 'image/svg+xml' };
        },
      }),
    ),
    change(`${PROFILE}/photo`, 'Your picture is published.', async (chef, upload) => {
      if (upload === null) throw notAPicture('Choose a picture first.');
      await photos.replace(chef, upload);
    }),
    change(`${PROFILE}/photo/remove`, 'Your picture is removed.', (chef) => photos.remove(chef)),
  ];
}
