// Makes pages nicer; every page is complete without it. A module is loaded where there is use for it.
const all = (selector) => document.querySelectorAll(selector);

const form = document.querySelector('[data-booking-form]');
if (form) import('./booking-form.js').then(({ watchBookingForm }) => watchBookingForm(form));

const filters = document.querySelector('[data-filters]');
if (filters) import('./filters.js').then(({ countWhileFiltering }) => countWhileFiltering(filters));

const freeTimes = document.querySelector('[data-swap="times"]');
if (freeTimes) {
  import('./free-times.js').then(({ watchFreeTimes }) => watchFreeTimes(freeTimes.closest('main')));
}

const region = document.querySelector('[data-live]');
if (region) import('./live/live.js').then(({ keepLive }) => keepLive(region));

const toast = document.querySelector('[data-toast]');
if (toast) import('./toast.js').then(({ keepToast }) => keepToast(toast));

if (all('[data-stepper]').length > 0) {
  import('./stepper.js').then(({ count }) => all('[data-stepper]').forEach(count));
}

// Listened for on the page, since parts of it may be replaced.
if (all('[data-dialog]').length > 0) void import('./dialog.js');
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-dialog]');
  const isOther = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey;
  if (link === null || isOther || event.defaultPrevented) return;
  event.preventDefault();
  import('./dialog.js')
    .then(({ openDialog }) => openDialog(link))
    .catch(() => window.location.assign(link.href));
});

// What was pressed shows that it is being done, until the next page is there.
document.addEventListener('submit', ({ submitter, defaultPrevented }) => {
  if (!defaultPrevented) submitter?.setAttribute('aria-busy', 'true');
});
window.addEventListener('pageshow', () => {
  for (const button of all('button[aria-busy]')) button.removeAttribute('aria-busy');
});
if (document.querySelector('[data-until], [data-live]')) {
  import('./countdown.js').then(({ keepCounting }) => keepCounting());
}

// Printing is the browser's own affair; a button for it needs a script.
for (const place of all('[data-print]')) {
  place.addEventListener('click', () => window.print());
}

// Tells people who are offline so; it keeps no page that could be out of date.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
