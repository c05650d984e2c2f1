/** The signed-in user on whose behalf a request is answered. */
export interface Viewer {
  id: number;
  name: string;
  email: string;
  role: 'user' | 'admin';
  /** The sign-in that the request came with; null for the demo token. */
  sessionId: string | null;
}
