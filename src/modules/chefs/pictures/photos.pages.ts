import { everyone, signedIn } from '../../../platform/http/auth/access.js';
import { pageRoute, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { idOf } from '../../../platform/http/input/url.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import { drawPicture, SCENES } from './drawn-picture.rules.js';
import { MAX_UPLOAD_BYTES, type Photos } from './photos.service.js';
import { notAPicture } from './pictures.errors.js';

const PROFILE = '/chef/profile';

export function photosPages(chefs: ChefLookup, photos: Photos): PageRoute[] {
  const change = (
    path: string,
    success: string,
    act: (chef: Chef, upload: Uint8Array | null) => Promise<void>,
  ) =>
    pageRoute({
      method: 'post',
      path,
      access: signedIn,
      upload: { field: 'photo', maxBytes: MAX_UPLOAD_BYTES },
      async handle({ viewer, upload }): Promise<PageReply> {
        const chef = await chefs.ofUser(viewer.id);
        if (chef === null) return redirect(PROFILE);
        try {
          await act(chef, upload);
        } catch (error) {
          if (!notAPicture.is(error)) throw error;
          return { location: PROFILE, flash: { kind: 'error', text: (error as Error).message } };
        }
        return redirect(PROFILE, success);
      },
    });
  return [
    pageRoute({
      method: 'get',
      path: '/photos/:file',
      access: everyone,
      isPublicFile: true,
      async handle({ params }) {
        const { bytes, type } = await photos.content(params.file ?? '');
        return { file: Buffer.from(bytes), type };
      },
    }),
    ...SCENES.map((scene) =>
      pageRoute({
        method: 'get',
        path: scene === 'plate' ? '/chefs/:id/art.svg' : `/chefs/:id/art/${scene}.svg`,
        access: everyone,
        async handle({ params }) {
          const chef = await chefs.find(idOf(params));
          return { file: drawPicture(chef, scene), type: 'image/svg+xml' };
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
