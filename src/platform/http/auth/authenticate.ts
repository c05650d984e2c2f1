import type { Request, Response } from 'express';
import type { Cookies, SessionTokens } from './cookies.js';
import type { Viewer } from '../../viewer.js';

export interface Credentials {
  viewerOfToken(accessToken: string): Promise<Viewer | null>;
  renew(refreshToken: string): Promise<SessionTokens | null>;
}

/** By bearer token or cookies; a browser whose access token is too old gets a new pair. */
export function createAuthenticate(credentials: Credentials, cookies: Cookies) {
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
