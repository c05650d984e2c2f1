/** Before a stream is asked for again that was refused; it doubles each time, up to the longest. */
const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;
/** Changes that come together are shown together. */
const GATHER_MS = 50;
/** A screen reader notices what is said in an element that it has known for a moment. */
const SAY_MS = 150;

/**
 * Keeps a region of the page as it would be if the page were loaded now. Its address stands in
 * `data-live`; with `data-booking` it is about that booking alone.
 * @param {HTMLElement} start
 */
export function keepLive(start) {
  const asOf = document.querySelector('[data-as-of]');
  const isOn = document.querySelector('[data-live-on]');
  const changed = document.querySelector('[data-live-changed]');
  let region = start;
  let since = region.dataset.since;
  let source = null;
  let retryMs = RETRY_MS;
  let waiting;
  let refreshing = false;
  let isDue = false;

  function open() {
    clearTimeout(waiting);
    if (source !== null || document.hidden) return;
    source = new EventSource(`/events?${new URLSearchParams({ since })}`);
    source.addEventListener('open', () => {
      retryMs = RETRY_MS;
      showTime(false);
    });
    source.addEventListener('booking', (event) => {
      since = event.lastEventId;
      if (isNews(JSON.parse(event.data))) refreshSoon();
    });
    source.addEventListener('reload', (event) => {
      since = event.lastEventId;
      refreshSoon();
    });
    source.addEventListener('error', () => {
      showTime(true);
      // A lost stream the browser asks for again by itself; a refused one it does not.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      waiting = setTimeout(open, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  }

  /** Either has room at the same place, so that nothing moves. */
  function showTime(isShown) {
    asOf.style.visibility = isShown ? '' : 'hidden';
    isOn.style.visibility = isShown ? '' : 'visible';
  }

  function close() {
    clearTimeout(waiting);
    source?.close();
    source = null;
  }

  function isNews({ id, updated_at }) {
    if (region.dataset.booking !== undefined && region.dataset.booking !== `${id}`) return false;
    const known = shown(id)?.dataset.updated;
    return known === undefined || known < updated_at;
  }

  /** The part of the region that shows a booking, if any. */
  function shown(id) {
    const part = `[data-booking="${id}"]`;
    return region.matches(part) ? region : region.querySelector(part);
  }

  async function refreshSoon() {
    isDue = true;
    if (refreshing) return;
    refreshing = true;
    while (isDue) {
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      isDue = false;
      try {
        await refresh();
      } catch {
        offer();
      }
    }
    refreshing = false;
  }

  async function refresh() {
    const response = await fetch(region.dataset.live, {
      // Tells the server that nobody reads this answer, so that its message waits for who does.
      headers: { Accept: 'text/html', 'X-Live': 'refresh' },
    });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (!response.ok || fresh === null || isInUse()) {
      offer();
      return;
    }
    const before = partsOf(region);
    const focus = focusIn(region);
    const old = region;
    region = document.adoptNode(fresh);
    old.replaceWith(region);
    asOf.replaceChildren(...page.querySelector('[data-as-of]').childNodes);
    changed.hidden = true;
    if (focus !== null) focusAgain(focus);
    const news = partsOf(region).filter((part) => !before.includes(part));
    if (news.length > 0) say(news.join('. '));
    else if (textOf(old) !== textOf(region)) say(heading());
  }

  /** Whether somebody is entering something there, or is to read what was wrong with it. */
  function isInUse() {
    const active = document.activeElement;
    if (region.contains(active) && active.matches('input, select, textarea')) return true;
    if (document.querySelector('.error-summary') !== null) return true;
    return [...region.querySelectorAll('input, select, textarea')].some(isChanged);
  }

  function offer() {
    changed.hidden = false;
  }

  /** What each booking there is called, with its status. */
  function partsOf(within) {
    const parts = [within, ...within.querySelectorAll('[data-booking]')];
    return parts
      .filter((part) => part.dataset.booking !== undefined)
      .map((part) => {
        const name = part === within ? document.querySelector('h1') : part.querySelector('h2');
        return `${textOf(name)}: ${textOf(part.querySelector('.badge'))}`;
      });
  }

  function heading() {
    const current = region.querySelector('[aria-current="page"]') ?? region;
    return `${textOf(document.querySelector('h1'))}: ${textOf(current)}`;
  }

  function focusAgain(selector) {
    const found = region.querySelector(selector);
    if (found === null) region.tabIndex = -1;
    (found ?? region).focus({ preventScroll: true });
  }

  document.addEventListener('visibilitychange', () => {
    // A hidden page needs none, and a browser has few connections to one host.
    if (document.hidden) close();
    else open();
  });
  // The page that a form leads to is the one to show what became of it.
  document.addEventListener('submit', () => {
    close();
    showTime(true);
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
}

function isChanged(field) {
  if (field.type === 'hidden') return false;
  if (field.matches('select'))
    return [...field.options].some((one) => one.selected !== one.defaultSelected);
  if (field.type === 'checkbox' || field.type === 'radio')
    return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** How to find what has the focus in what takes its place; null when it is not there. */
function focusIn(region) {
  const active = document.activeElement;
  if (!region.contains(active)) return null;
  if (active.id) return `#${CSS.escape(active.id)}`;
  if (active.matches('a[href]')) return `a[href="${CSS.escape(active.getAttribute('href'))}"]`;
  const form = active.closest('form');
  return form === null
    ? '[data-none]'
    : `form[action="${CSS.escape(form.getAttribute('action'))}"] button`;
}

function textOf(element) {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** Says something politely to who cannot see what changed. */
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
