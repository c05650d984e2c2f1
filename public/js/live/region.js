/** Whether the region shows less than the latest state of a booking that it is about. */
export function isOutdated(region, { id, updated_at }) {
  if (region.dataset.booking !== undefined && region.dataset.booking !== `${id}`) return false;
  const part = `[data-booking="${id}"]`;
  const shown = region.matches(part) ? region : region.querySelector(part);
  const known = shown?.dataset.updated;
  return known === undefined || known < updated_at;
}

/** Whether somebody is entering something there, or is to read what was wrong with it. */
export function isInUse(region) {
  const active = document.activeElement;
  if (region.contains(active) && active.matches('input, select, textarea')) return true;
  if (document.querySelector('.error-summary') !== null) return true;
  return [...region.querySelectorAll('input, select, textarea')].some(isChanged);
}

function isChanged(field) {
  if (field.type === 'hidden') return false;
  if (field.matches('select'))
    return [...field.options].some((one) => one.selected !== one.defaultSelected);
  if (field.type === 'checkbox' || field.type === 'radio')
    return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** The name of each booking in the region, with its status. */
export function bookingsIn(region) {
  return [region, ...region.querySelectorAll('[data-booking]')]
    .filter((part) => part.dataset.booking !== undefined)
    .map((part) => {
      const name = part === region ? document.querySelector('h1') : part.querySelector('h2');
      return `${textOf(name)}: ${textOf(part.querySelector('.badge'))}`;
    });
}

/** What the region shows: the heading of the page, with the current list if there are several. */
export function headingOf(region) {
  const current = region.querySelector('[aria-current="page"]') ?? region;
  return `${textOf(document.querySelector('h1'))}: ${textOf(current)}`;
}

/** An element's text on one line. */
export function textOf(element) {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** A selector that finds the focused element in a newer region; null when the focus is elsewhere. */
export function focusIn(region) {
  const active = document.activeElement;
  if (!region.contains(active)) return null;
  if (active.id) return `#${CSS.escape(active.id)}`;
  // Bookings of one day link to each other.
  const part = active.closest('[data-booking]');
  const within = part === null ? '' : `[data-booking="${part.dataset.booking}"] `;
  if (active.matches('a[href]'))
    return `${within}a[href="${CSS.escape(active.getAttribute('href'))}"]`;
  const form = active.closest('form');
  return form === null
    ? '[data-none]'
    : `form[action="${CSS.escape(form.getAttribute('action'))}"] button`;
}

/** Focuses what a selector finds in the region, else the region itself. */
export function focusAgain(region, selector) {
  const found = region.querySelector(selector);
  if (found === null) region.tabIndex = -1;
  (found ?? region).focus({ preventScroll: true });
}
