import pLimit from 'p-limit';
import sharp from 'sharp';
import { failureKind } from './errors.js';

export const notAPicture = failureKind(
  'not-a-picture',
  422,
  'Not a picture',
  'This picture cannot be read. Choose a JPEG, PNG, WebP or AVIF.',
  '/photo',
);

export const PICTURE_WIDTHS = [320, 640, 1280] as const;
export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** A picture as browsers are served it, four to three. */
export interface EncodedPicture {
  width: number;
  format: PictureFormat;
  content: Uint8Array<ArrayBuffer>;
}

/** What people can send: anything larger is no photo, but may well be an attack. */
const MOST_PIXELS = 50_000_000;
const ACCEPTED = new Set(['jpeg', 'png', 'webp', 'heif']);
/** Encoding takes a processor for seconds, so one picture at a time. */
const oneAtATime = pLimit(1);
sharp.concurrency(1);

/**
 * Re-encodes what somebody sent into every width and format. Nothing of the original is kept:
 * neither its bytes nor what it says about place and camera.
 * @throws notAPicture
 */
export function encodePicture(sent: Uint8Array): Promise<EncodedPicture[]> {
  return oneAtATime(async () => {
    try {
      const { format } = await sharp(sent, { limitInputPixels: MOST_PIXELS }).metadata();
      if (!ACCEPTED.has(format)) throw notAPicture();
      // Upright as the camera was held, cut to the part that matters.
      const upright = await sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize({ width: 1280, height: 960, fit: 'cover', position: 'attention' })
        .png({ compressionLevel: 1 })
        .toBuffer();
      const encoded: EncodedPicture[] = [];
      for (const width of PICTURE_WIDTHS) {
        const scaled = sharp(upright).resize({ width });
        const avif = await scaled.clone().avif({ quality: 50, effort: 2 }).toBuffer();
        const webp = await scaled.clone().webp({ quality: 78 }).toBuffer();
        encoded.push({ width, format: 'avif', content: new Uint8Array(avif) });
        encoded.push({ width, format: 'webp', content: new Uint8Array(webp) });
      }
      return encoded;
    } catch {
      throw notAPicture();
    }
  });
}
