import sharp from 'sharp';
import { boundedWork } from '../../../platform/bounded-work.js';
import { assertNoTransaction } from '../../../platform/database/transactions.js';
import { notAPicture } from './pictures.errors.js';

export const PICTURE_WIDTHS = [320, 640, 1280] as const;
export const PICTURE_FORMATS = ['avif', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Four to three. */
export interface EncodedPicture {
  width: number;
  format: PictureFormat;
  content: Uint8Array<ArrayBuffer>;
}

/** Larger pictures are refused as attacks. */
const MAX_PIXELS = 50_000_000;
const ACCEPTED = new Set(['jpeg', 'png', 'webp', 'heif']);
/** Encoding takes a processor for seconds. */
const oneAtATime = boundedWork({ concurrency: 1, maxWaiting: 4, retryAfterSeconds: 10 });
sharp.concurrency(1);

/** Encodes all sizes anew, so that no metadata (a place) is kept. @throws notAPicture, unavailable */
export function encodePicture(sent: Uint8Array): Promise<EncodedPicture[]> {
  assertNoTransaction();
  return oneAtATime(async () => {
    try {
      const { format } = await sharp(sent, { limitInputPixels: MAX_PIXELS }).metadata();
      if (!ACCEPTED.has(format)) throw notAPicture();
      // Upright as the camera was held, cropped to the subject.
      const upright = await sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
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
