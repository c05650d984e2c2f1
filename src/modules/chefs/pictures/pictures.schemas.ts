import { z } from 'zod';
import { line } from '../../../platform/http/input/fields.js';

export const altForm = z.strictObject({ picture_alt: line(1, 200) });
/** Keys of pictures to remove; the others have fields named by their keys. */
export const galleryForm = z.strictObject({ remove: z.array(z.string()).default([]) });
export const gallerySchema = z
  .array(z.strictObject({ url: z.string(), alt: z.string() }))
  .meta({ description: "Further pictures, in the chef's order." });
