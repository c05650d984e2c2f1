/** What the load process is asked to send: a number of requests, or as many as fit into some seconds. */
export interface Job {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** Access tokens of the diners who ask in turn, each for a booking at a time of its own. */
  books: string[] | null;
  connections: number;
  extent: { requests: number } | { seconds: number };
}

/** What came of it; times in milliseconds, bytes as read from the connections. */
export interface Outcome {
  times: number[];
  seconds: number;
  bytes: number;
  /** How many answers there were of each status; what failed without one counts as 0. */
  statuses: Record<number, number>;
}
