import { DEMO_PASSWORD } from '../../../prisma/seed.js';

export interface Session {
  access_token: string;
  user: { id: number };
}

interface Call {
  token?: string | undefined;
  body?: object | undefined;
  headers?: Record<string, string>;
}

/** Calls the JSON API of a server. @throws Error with the answer, unless it is a success */
export async function callApi<T extends object>(
  url: string,
  method: string,
  path: string,
  { token = '', body, headers = {} }: Call = {},
): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was ${response.status}: ${answer}`);
  return JSON.parse(answer) as T;
}

/** Makes an account with the demo password, which is signed in. */
export function signUp(
  url: string,
  account: { name: string; email: string },
  headers: Record<string, string> = {},
): Promise<Session> {
  const body = { ...account, password: DEMO_PASSWORD };
  return callApi<Session>(url, 'POST', '/api/auth/register', { body, headers });
}

/** So that the person may book. */
export function subscribe(url: string, token: string): Promise<object> {
  const body = { plan: 'coocook-monthly' };
  return callApi(url, 'POST', '/api/coocook/subscriptions', { token, body });
}
