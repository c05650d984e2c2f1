import { signedIn } from '../../../platform/http/auth/access.js';
import { readForm, type FormReading, type FormState } from '../../../platform/http/input/form.js';
import { formPost } from '../../../platform/http/routes/form-page.js';
import { type PageInput, type PageRoute } from '../../../platform/http/routes/page-route.js';
import { redirect } from '../../../platform/http/routes/reply.js';
import { type PageReply } from '../../../platform/http/routes/reply.js';
import type { Chef, ChefLookup } from '../chef/chef.service.js';
import { readGalleryForm } from '../pictures/gallery-form.pages.js';
import type { PictureEdit } from '../pictures/photos.rules.js';
import { MAX_UPLOAD_BYTES, type Photos } from '../pictures/photos.service.js';
import { galleryIsFull, notAPicture, pictureThereAlready } from '../pictures/pictures.errors.js';
import { altForm } from '../pictures/pictures.schemas.js';
import { PROFILE_PAGE, type ProfilePage } from './profile-page.pages.js';

interface Upload {
  upload: Uint8Array;
  alt: string;
}

const GALLERY = `${PROFILE_PAGE}#gallery`;

export function galleryPages(
  { ofUser }: Pick<ChefLookup, 'ofUser'>,
  photos: Photos,
  profilePage: ProfilePage,
): PageRoute[] {
  const load = async ({
    viewer,
  }: PageInput<typeof signedIn>): Promise<{ chef: Chef } | PageReply> => {
    const chef = await ofUser(viewer.id);
    return chef === null ? redirect(PROFILE_PAGE) : { chef };
  };
  const show = ({ chef }: { chef: Chef }, form: FormState) => profilePage(chef, form);
  return [
    formPost({
      path: `${PROFILE_PAGE}/gallery`,
      access: signedIn,
      upload: { field: 'picture', maxBytes: MAX_UPLOAD_BYTES },
      load,
      read: readUpload,
      show,
      onFailure: refusedUpload,
      async act({ chef }, { upload, alt }: Upload) {
        await photos.add(chef, upload, alt);
        return redirect(GALLERY, 'The picture is on your page.');
      },
    }),
    formPost({
      path: `${PROFILE_PAGE}/gallery/arrange`,
      access: signedIn,
      load,
      read: async ({ body, chef }) => readGalleryForm(body, await photos.gallery(chef)),
      show,
      async act({ chef }, edits: PictureEdit[]) {
        await photos.arrange(chef, edits);
        return redirect(GALLERY, 'Your pictures are saved.');
      },
    }),
  ];
}

function readUpload({ body, upload }: Pick<PageInput, 'body' | 'upload'>): FormReading<Upload> {
  const read = readForm(altForm, body);
  if (read.ok && upload !== null) {
    return { ok: true, input: { upload, alt: read.input.picture_alt }, form: read.form };
  }
  const missing = upload === null ? [{ field: 'picture', message: 'Choose a picture first.' }] : [];
  return { ok: false, form: { ...read.form, errors: [...missing, ...read.form.errors] } };
}

function refusedUpload(form: FormState, error: unknown): FormState {
  const kinds = [notAPicture, galleryIsFull, pictureThereAlready];
  if (!kinds.some((kind) => kind.is(error))) throw error;
  return { ...form, errors: [{ field: 'picture', message: (error as Error).message }] };
}
