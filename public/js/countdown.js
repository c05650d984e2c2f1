const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const SOON_MS = 3 * HOUR_MS;

/**
 * Keeps the words of every `<time data-until>` true, also of those that come later: in the page's
 * language, as the server says them. What has passed says `data-passed`, and stays so.
 */
export function keepCounting() {
  const { lang } = document.documentElement;

  function tick() {
    for (const time of document.querySelectorAll('[data-until]')) {
      const left = Date.parse(time.dataset.until) - Date.now();
      const words = left > 0 ? time.dataset.words.replace('…', spanOf(left)) : time.dataset.passed;
      if (time.textContent !== words) time.textContent = words;
      time.classList.toggle('countdown-soon', left < SOON_MS);
    }
  }

  function spanOf(left) {
    const minutes = Math.max(1, Math.floor(left / MINUTE_MS));
    if (minutes < 60) return count(minutes, 'minute');
    if (minutes < 48 * 60) return count(minutes / 60, 'hour');
    return count(minutes / (24 * 60), 'day');
  }

  function count(much, unit) {
    const format = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
    return format.format(Math.floor(much));
  }

  window.setInterval(tick, MINUTE_MS);
  // A sleeping page has missed its minutes.
  document.addEventListener('visibilitychange', tick);
  tick();
}
