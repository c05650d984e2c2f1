/** How long somebody may take for the next letter. */
const PAUSE_MS = 300;

/**
 * Tells on the button of the filters how many chefs they would leave, while they are being chosen.
 * @param {HTMLFormElement} form
 */
export function countWhileFiltering(form) {
  const button = form.querySelector('[data-count]');
  let timer;
  let asking;
  if (button.dataset.count !== '') button.textContent = button.dataset.count;

  async function update() {
    asking?.abort();
    asking = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    const headers = { Accept: 'text/html', 'X-Live': 'filters' };
    const { signal } = asking;
    const response = await fetch(`${form.action}?${query}`, { headers, signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const told = page.querySelector('[data-filters] [data-count]');
    button.textContent = told?.dataset.count || told?.textContent || button.textContent;
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    // A count that cannot be had is no reason to trouble anyone.
    timer = setTimeout(() => update().catch(() => {}), PAUSE_MS);
  });
}
