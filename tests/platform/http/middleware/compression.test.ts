import express, { type Response as Reply } from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { compressReplies } from '../../../../src/platform/http/middleware/compression.js';

const LONG = '김치 '.repeat(1000);
const REPLIES: Record<string, (res: Reply) => void> = {
  text: (res) => void res.type('text').send(LONG),
  json: (res) => void res.type('application/problem+json').send(JSON.stringify(LONG)),
  short: (res) => void res.type('text').send('김치'),
  picture: (res) => void res.type('image/webp').send(Buffer.from(LONG)),
  untouched: (res) => void res.type('text').set('Cache-Control', 'no-transform').send(LONG),
  encoded: (res) => void res.type('text').set('Content-Encoding', 'none').send(LONG),
  parts(res) {
    res.type('text/event-stream').write(LONG);
    res.end(LONG);
  },
};

const app = express();
app.use(compressReplies);
app.get('/:name', (req, res) => REPLIES[req.params.name]?.(res));

const get = (name: string, accepted: string) =>
  request(app).get(`/${name}`).set('Accept-Encoding', accepted).buffer(true);

describe('a reply sent in one piece', () => {
  it.each(['text', 'json'])('is compressed as a whole: %s', async (name) => {
    const plain = await get(name, 'identity');
    for (const [accepted, encoding] of [
      ['gzip, deflate', 'gzip'],
      ['gzip;q=1.0, br;q=0.5', 'br'],
    ] as const) {
      const { text, headers } = await get(name, accepted);
      expect([text, headers['content-encoding'], headers.etag, headers.vary]).toEqual([
        plain.text,
        encoding,
        plain.headers.etag,
        'Accept-Encoding',
      ]);
      expect(headers['content-length']).toMatch(/^\d\d$/);
    }
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([
      undefined,
      'Accept-Encoding',
    ]);
  });

  it('is left alone when it is short, compressed already, or not to be', async () => {
    for (const name of ['short', 'picture', 'untouched', 'encoded']) {
      const { headers } = await get(name, 'gzip, br');
      const encoding = name === 'encoded' ? 'none' : undefined;
      expect([name, headers['content-encoding']]).toEqual([name, encoding]);
      expect(Number(headers['content-length'])).toBe(name === 'short' ? 6 : 7000);
    }
  });

  it('has the same head when that is asked for alone, and no body when it is not modified', async () => {
    const { headers } = await request(app).head('/text').set('Accept-Encoding', 'gzip');
    expect(headers['content-length']).toBe('7000');
    const again = await get('text', 'gzip').set('If-None-Match', headers.etag ?? '');
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('a stream', () => {
  it('is not compressed, to its last part', async () => {
    const { text, headers } = await get('parts', 'gzip, br');
    expect([text, headers['content-encoding']]).toEqual([LONG + LONG, undefined]);
  });
});
