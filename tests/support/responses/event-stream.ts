/** A stream of server-sent events that somebody reads. */
export interface Following {
  headers: Headers;
  /** The events so far. */
  events: { id: string; event: string; data: unknown }[];
  /** All that came so far, comments included. */
  text(): string;
  /** Settled when the server has ended it, or the reader has left. */
  ended: Promise<void>;
  leave(): void;
}

/** Reads a stream. @throws Error when it is refused */
export async function follow(
  address: string,
  headers: Record<string, string> = {},
): Promise<Following> {
  const leaving = new AbortController();
  const response = await fetch(address, { headers, signal: leaving.signal });
  if (!response.ok || response.body === null) throw new Error(`refused: ${response.status}`);
  const events: Following['events'] = [];
  let text = '';
  let read = 0;
  const take = () => {
    for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
      const fields = new Map(
        text
          .slice(read, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      read = end + 2;
      const { id, event, data } = Object.fromEntries(fields) as Record<string, string>;
      if (data === undefined) continue;
      events.push({ id: id ?? '', event: event ?? '', data: JSON.parse(data) as unknown });
    }
  };
  const readAll = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      take();
    }
  };
  return {
    headers: response.headers,
    events,
    text: () => text,
    ended: readAll(response.body).catch(() => undefined),
    leave: () => {
      leaving.abort();
    },
  };
}
