import { z } from 'zod';
import { addressField, line } from '../../../platform/http/input/fields.js';

export const altForm = z.strictObject({ picture_alt: line(1, 200) });
/** Keys of pictures to remove; the others have fields named by their keys. */
export const galleryForm = z.strictObject({ remove: z.array(z.string()).default([]) });
export const gallerySchema = z
  .array(
    z.strictObject({
      url: addressField,
      alt: z.string().meta({ examples: ['A table laid for four'] }),
    }),
  )
  .meta({ description: "Further pictures, in the chef's order." });
