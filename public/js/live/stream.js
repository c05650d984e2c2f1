/** Before a refused stream is opened again; it doubles each time, up to the longest. */
const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

/**
 * The stream of changes since an event, open only while the page is visible.
 * @param {string} start the id of the event
 * @param {{ onBooking: Function, onReload: Function, onState: Function }} listener is told the booking
 *   that changed, that anything may have changed, and whether the stream is open
 */
export function createStream(start, { onBooking, onReload, onState }) {
  let since = start;
  let source = null;
  let retryMs = RETRY_MS;
  let waiting;

  function open() {
    clearTimeout(waiting);
    if (source !== null || document.hidden) return;
    source = new EventSource(`/events?${new URLSearchParams({ since })}`);
    source.addEventListener('open', () => {
      retryMs = RETRY_MS;
      onState(true);
    });
    source.addEventListener('booking', (event) => {
      since = event.lastEventId;
      onBooking(JSON.parse(event.data));
    });
    source.addEventListener('reload', (event) => {
      since = event.lastEventId;
      onReload();
    });
    source.addEventListener('error', () => {
      onState(false);
      // The browser reopens a lost stream by itself, but not a refused one.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      waiting = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  function close() {
    clearTimeout(waiting);
    source?.close();
    source = null;
  }

  return { open, close };
}
