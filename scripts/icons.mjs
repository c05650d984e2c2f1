// Makes the PNG icons of the web manifest and of iOS from public/images/favicon.svg.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from './prepare.mjs';

const images = join(root, 'public', 'images');
const icon = readFileSync(join(images, 'favicon.svg'), 'utf8');
/**
 * Systems cut their own shape out of a maskable icon and promise to keep the circle of 80 % of its
 * width (https://www.w3.org/TR/appmanifest/#icon-masks): colour to the edges, the drawing smaller.
 */
const maskable = replaced(
  replaced(icon, 'viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"'),
  '<rect width="32" height="32" rx="8"',
  '<rect x="-4" y="-4" width="40" height="40"',
);

await draw(icon, 192, 'icon-192.png');
await draw(icon, 512, 'icon-512.png');
await draw(maskable, 180, 'icon-180.png');
await draw(maskable, 192, 'icon-maskable-192.png');
await draw(maskable, 512, 'icon-maskable-512.png');

/** Draws an SVG of 32 px at another size, sharp at each, 72 dpi being its own. */
async function draw(svg, size, file) {
  const density = (72 * size) / 32;
  await sharp(Buffer.from(svg), { density })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(images, file));
  console.log(`public/images/${file}`);
}

function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`favicon.svg has no ${from}`);
  return text.replace(from, to);
}
