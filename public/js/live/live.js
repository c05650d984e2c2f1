import {
  bookingsIn,
  focusAgain,
  focusIn,
  headingOf,
  isInUse,
  isOutdated,
  textOf,
} from './region.js';
import { createStream } from './stream.js';

/** Changes that come together are shown together. */
const GATHER_MS = 50;
/** A screen reader announces only changes of an element that it has known for a moment. */
const SAY_MS = 150;

/**
 * Keeps a region of the page up to date. `data-live` has its address; with `data-booking` it is about
 * that booking alone.
 * @param {HTMLElement} start
 */
export function keepLive(start) {
  const asOf = document.querySelector('[data-as-of]');
  const isOn = document.querySelector('[data-live-on]');
  const changed = document.querySelector('[data-live-changed]');
  let region = start;
  let refreshing = false;
  let isDue = false;

  /** Shows either that the region is live or as of when it is; both keep their room. */
  function showLive(isLive) {
    asOf.style.visibility = isLive ? 'hidden' : '';
    isOn.style.visibility = isLive ? 'visible' : '';
  }

  async function refreshSoon() {
    isDue = true;
    if (refreshing) return;
    refreshing = true;
    while (isDue) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      isDue = false;
      changed.hidden = await refresh().catch(() => false);
    }
    refreshing = false;
  }

  /** Replaces the region by a newer one; false when that would disturb somebody. */
  async function refresh() {
    const page = await load(region.dataset.live);
    const fresh = page.querySelector('[data-live]');
    if (fresh === null || isInUse(region)) return false;
    const before = bookingsIn(region);
    const focus = focusIn(region);
    const old = region;
    region = document.adoptNode(fresh);
    old.replaceWith(region);
    asOf.replaceChildren(...page.querySelector('[data-as-of]').childNodes);
    if (focus !== null) focusAgain(region, focus);
    const news = bookingsIn(region).filter((booking) => !before.includes(booking));
    if (news.length > 0) say(news.join('. '));
    else if (textOf(old) !== textOf(region)) say(headingOf(region));
    return true;
  }

  const stream = createStream(region.dataset.since, {
    onBooking(booking) {
      if (isOutdated(region, booking)) refreshSoon();
    },
    onReload: refreshSoon,
    onState: showLive,
  });
  document.addEventListener('visibilitychange', () => {
    // A hidden page needs none, and a browser has few connections to one host.
    if (document.hidden) stream.close();
    else stream.open();
  });
  // The page that a form leads to is the one to show what became of it.
  document.addEventListener('submit', () => {
    stream.close();
    showLive(false);
  });
  window.addEventListener('pagehide', stream.close);
  window.addEventListener('pageshow', stream.open);
  stream.open();
}

/** The page at an address as a document. @throws Error when it cannot be loaded */
async function load(address) {
  // The header tells the server that nobody reads this answer, so that its message waits for who does.
  const headers = { Accept: 'text/html', 'X-Live': 'refresh' };
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`The page answers ${response.status}.`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Announces a text politely to screen readers. */
function say(text) {
  let voice = document.querySelector('[data-live-said]');
  if (voice === null) {
    voice = document.createElement('p');
    voice.className = 'visually-hidden';
    voice.setAttribute('role', 'status');
    voice.dataset.liveSaid = '';
    document.querySelector('main').append(voice);
  }
  setTimeout(() => {
    voice.textContent = text;
  }, SAY_MS);
}
