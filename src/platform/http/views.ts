import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import express, { type Express, type RequestHandler } from 'express';
import { formatMoney } from '../money.js';
import { formatDate, formatPlainDate, formatTime, formatUntil, formatZone } from '../time.js';
import type { Cookies } from './cookies.js';
import { withQuery } from './paging.js';
import type { Viewer } from './viewer.js';

declare module 'express-serve-static-core' {
  interface Response {
    /** Renders views/<view>.ejs inside the layout and sends it with the status set before. */
    page(view: string, locals: Record<string, unknown>): Promise<void>;
  }
}

const LAYOUT = 'layouts/main';

/** What every view can call. Instants are ISO 8601 texts, as on the wire. */
export function viewHelpers(publicFolder: string) {
  const versions = new Map<string, string>();
  return {
    money: formatMoney,
    dateIn: (iso: string, zone: string) => formatDate(new Date(iso), zone),
    timeIn: (iso: string, zone: string) => formatTime(new Date(iso), zone),
    zoneLabel: (iso: string, zone: string) => formatZone(new Date(iso), zone),
    untilText: (iso: string, nowIso: string) => formatUntil(new Date(iso), new Date(nowIso)),
    plainDate: formatPlainDate,
    statusLabel: (status: string) =>
      (status.charAt(0).toUpperCase() + status.slice(1)).replaceAll('_', '-'),
    withQuery,
    /** A static file's address with its content's hash, so that it can be cached for a year. */
    asset(path: string) {
      let version = versions.get(path);
      if (version === undefined) {
        const content = readFileSync(join(publicFolder, path));
        version = createHash('sha256').update(content).digest('base64url').slice(0, 10);
        versions.set(path, version);
      }
      return `${path}?v=${version}`;
    },
  };
}

/** Serves files: for a year when the address carries their content's hash, else to be asked for again. */
export function staticFiles(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    cacheControl: false,
    setHeaders(res) {
      const { query } = res.req;
      const caching = query.v === undefined ? 'no-cache' : 'max-age=31536000, immutable';
      res.setHeader('Cache-Control', `public, ${caching}`);
    },
  });
}

/** Lets Express render EJS from a folder, and gives `res.page` to the handlers. */
export function useViews(
  app: Express,
  options: {
    viewsFolder: string;
    publicFolder: string;
    cookies: Cookies;
    cache: boolean;
    /** What the layout shows on every page beside the view's own locals. */
    pageLocals: (viewer: Viewer | null) => Promise<Record<string, unknown>>;
  },
): RequestHandler {
  app.set('views', options.viewsFolder);
  app.set('view engine', 'ejs');
  if (options.cache) app.enable('view cache');
  app.engine('ejs', (path, data, done) => {
    ejs.renderFile(path, data as ejs.Data, { cache: options.cache }, done);
  });
  Object.assign(app.locals, viewHelpers(options.publicFolder));

  return (req, res, next) => {
    res.page = async (view, locals) => {
      const shared = {
        ...(await options.pageLocals((res.locals.viewer as Viewer | undefined) ?? null)),
        flash: options.cookies.takeFlash(req, res),
        theme: options.cookies.theme(req),
        path: req.path,
        // What answers a POST has no address of its own to come back to.
        here: req.method === 'GET' ? req.originalUrl : null,
        requestId: req.id,
        formKey: randomUUID(),
        ...locals,
      };
      const render = (name: string, data: object) =>
        new Promise<string>((resolve, reject) => {
          res.render(name, data, (error: Error | null, html) => {
            if (error) reject(error);
            else resolve(html);
          });
        });
      const body = await render(view, shared);
      res.set('Cache-Control', 'private, no-cache').vary('Cookie');
      res.type('html').send(await render(LAYOUT, { ...shared, body }));
    };
    next();
  };
}
