import {
  blankForm,
  readForm,
  type FormReading,
  type FormState,
} from '../../../platform/http/input/form.js';
import type { Picture, PictureEdit } from './photos.rules.js';
import { altForm, galleryForm } from './pictures.schemas.js';

export function storedGalleryForm(gallery: Picture[]): FormState {
  const fields = gallery.flatMap(({ key, alt }, index) => [
    [`alt_${key}`, alt],
    [`place_${key}`, String(index + 1)],
  ]);
  return blankForm(Object.fromEntries(fields) as Record<string, string>);
}

/** A picture to be removed needs no description. */
export function readGalleryForm(body: unknown, gallery: Picture[]): FormReading<PictureEdit[]> {
  const read = readForm(galleryForm, body);
  if (!read.ok) return read;
  const { values } = read.form;
  const errors: FormState['errors'] = [];
  const edits = gallery.flatMap(({ key }, index): PictureEdit[] => {
    // Added elsewhere since the page was opened.
    if (values[`alt_${key}`] === undefined) return [];
    const remove = read.input.remove.includes(key);
    const described = readForm(altForm, { picture_alt: values[`alt_${key}`] });
    if (!described.ok && !remove) {
      errors.push(...described.form.errors.map((one) => ({ ...one, field: `alt_${key}` })));
    }
    const place = /^[1-9]$/.test(values[`place_${key}`] ?? '')
      ? Number(values[`place_${key}`])
      : index + 1;
    return [{ key, alt: described.ok ? described.input.picture_alt : '', place, remove }];
  });
  return errors.length === 0
    ? { ok: true, input: edits, form: read.form }
    : { ok: false, form: { ...read.form, errors } };
}
