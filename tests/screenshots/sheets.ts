import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { LANGUAGES, THEMES, WIDTHS, type Language, type Width } from './shoot.js';

/** A look in all its variants. */
export interface Sheet {
  label: string;
  file: string;
  /** Those that were taken. */
  pictures: { width: Width; language: Language; theme: (typeof THEMES)[number]; file: string }[];
}

/** How wide a picture of that width stands on the sheet: all six of a language in 2000 px. */
const SHOWN: Record<Width, number> = { 390: 220, 768: 310, 1280: 430 };
const [GAP, LABEL] = [12, 22];

/** Puts the pictures of a look on one sheet: a row for each language, a column for each width and theme. */
export async function makeSheet({ label, file, pictures }: Sheet): Promise<void> {
  const parts: OverlayOptions[] = [];
  let [top, widest] = [GAP, 0];
  for (const language of LANGUAGES) {
    let [left, highest] = [GAP, 0];
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const found = pictures.find(
          (one) => one.width === width && one.language === language && one.theme === theme,
        );
        if (found === undefined || !existsSync(found.file)) continue;
        const { data, info } = await sharp(found.file)
          .resize({ width: SHOWN[width] })
          .png()
          .toBuffer({ resolveWithObject: true });
        const title = `${width} ${theme} ${language}`;
        parts.push({ input: labelled(title, SHOWN[width]), left, top });
        parts.push({ input: data, left, top: top + LABEL });
        left += SHOWN[width] + GAP;
        highest = Math.max(highest, info.height + LABEL + GAP);
      }
    }
    top += highest;
    widest = Math.max(widest, left);
  }
  const input = labelled(label, widest, 'bold');
  await sharp({ create: { width: widest, height: top + LABEL, channels: 3, background: '#888' } })
    .composite([
      { input, left: 0, top: 0 },
      ...parts.map((part) => ({ ...part, top: (part.top ?? 0) + LABEL })),
    ])
    .webp({ quality: 80 })
    .toFile(file);
}

function labelled(text: string, width: number, weight = 'normal'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL}">
    <rect width="100%" height="100%" fill="#222"/>
    <text x="6" y="16" fill="#fff" font-family="sans-serif" font-size="14" font-weight="${weight}">${text}</text>
  </svg>`);
}

/** One page with all sheets, and a link to every picture. */
export function writeIndex(folder: string, sheets: Sheet[]): void {
  const here = (file: string) => relative(folder, file);
  const parts = sheets.map(({ label, file, pictures }) => {
    const links = pictures.map(
      (one) => `<a href="${here(one.file)}">${one.width} ${one.theme} ${one.language}</a>`,
    );
    return `<section><h2>${label}</h2><p>${links.join(' · ')}</p><img src="${here(file)}" alt="" loading="lazy"></section>`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>CooCook, every page</title>
<style>body{font:16px sans-serif;margin:1rem}img{max-width:100%}</style><h1>Every page</h1>${parts.join('\n')}</html>`,
  );
}
