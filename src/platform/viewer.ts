/** The signed-in user of a request. */
export interface Viewer {
  id: number;
  name: string;
  email: string;
  role: 'user' | 'admin';
  /** Null for the demo token. */
  sessionId: string | null;
}
