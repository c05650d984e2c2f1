const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SOON_MS = 3 * HOUR_MS;

/**
 * Keeps the words of every `<time data-until>` true, also of those that come later: in the page's
 * language, as the server says them. What has passed says `data-passed`, and stays so.
 */
export function keepCounting() {
  const { lang } = document.documentElement;
  const format = new Intl.RelativeTimeFormat(lang);
  const now = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(0, 'second');

  function tick() {
    for (const time of document.querySelectorAll('[data-until]')) {
      const left = Date.parse(time.dataset.until) - Date.now();
      const words = left > 0 ? wordsFor(left) : time.dataset.passed;
      if (time.textContent !== words) time.textContent = words;
      time.classList.toggle('countdown-soon', left < SOON_MS);
    }
  }

  function wordsFor(left) {
    const minutes = Math.floor(left / MINUTE_MS);
    if (minutes < 1) return now;
    if (minutes < 60) return format.format(minutes, 'minute');
    if (minutes < 48 * 60) return format.format(Math.floor(minutes / 60), 'hour');
    return format.format(Math.floor(minutes / (24 * 60)), 'day');
  }

  window.setInterval(tick, MINUTE_MS);
  // A sleeping page has missed its minutes.
  document.addEventListener('visibilitychange', tick);
  tick();
}
