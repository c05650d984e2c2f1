import type { Request, Response } from 'express';
import type { Cookies, SessionTokens } from './cookies.js';
import type { Viewer } from './viewer.js';

/** What it takes to tell who calls. */
export interface Credentials {
  /** The viewer of a valid access token, else null. */
  viewerOfToken(accessToken: string): Promise<Viewer | null>;
  /** The next pair of tokens for a valid refresh token, else null. */
  renew(refreshToken: string): Promise<SessionTokens | null>;
}

/**
 * Tells who sends a request: a program by its bearer token, a browser by its cookies. A browser
 * whose access token has run out is given the next pair on the way.
 */
export function createIdentify(credentials: Credentials, cookies: Cookies) {
  return async (req: Request, res: Response): Promise<Viewer | null> => {
    const header = req.headers.authorization;
    if (header !== undefined) {
      const bearer = /^Bearer +([^\s]+)$/i.exec(header)?.[1];
      return bearer === undefined ? null : credentials.viewerOfToken(bearer);
    }
    const accessToken = cookies.accessToken(req);
    const viewer = accessToken === null ? null : await credentials.viewerOfToken(accessToken);
    if (viewer !== null) return viewer;
    const refreshToken = cookies.refreshToken(req);
    if (refreshToken === null) return null;
    const renewed = await credentials.renew(refreshToken);
    if (renewed === null) {
      cookies.dropSession(res);
      return null;
    }
    cookies.keepSession(res, renewed);
    return credentials.viewerOfToken(renewed.accessToken);
  };
}
