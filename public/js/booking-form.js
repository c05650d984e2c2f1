/**
 * Shows the free times and the price of what is being chosen as soon as it changes: the form's own
 * page, asked for again without a word about errors, and of it the parts marked `data-fresh`.
 * @param {HTMLFormElement} form
 */
export function watchBookingForm(form) {
  const button = form.querySelector('[data-without-script]');
  const voice = document.createElement('p');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  form.append(voice);
  button.hidden = true;
  let asked = 0;

  async function refresh() {
    asked += 1;
    const mine = asked;
    const fields = new URLSearchParams(new FormData(form));
    fields.delete('idempotency_key');
    fields.set('step', 'times');
    const times = form.querySelector('[data-fresh="times"]');
    times?.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: fields,
        headers: { Accept: 'text/html', 'X-Live': 'times' },
      });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      // A later change has asked again meanwhile.
      if (mine === asked) show(page);
    } catch {
      // What is shown may be of another day; the button asks again.
      button.hidden = false;
      times?.removeAttribute('aria-busy');
    }
  }

  function show(page) {
    for (const old of document.querySelectorAll('[data-fresh]')) {
      const fresh = page.querySelector(`[data-fresh="${old.dataset.fresh}"]`);
      if (fresh !== null && !old.contains(document.activeElement)) {
        old.replaceWith(document.adoptNode(fresh));
      }
    }
    const said =
      page.querySelector('[data-times-status]') ?? form.querySelector('[data-times-status]');
    if (voice.textContent !== said?.textContent) voice.textContent = said?.textContent ?? '';
  }

  form.addEventListener('change', ({ target }) => {
    if (target.closest('[data-plan]') !== null) void refresh();
  });
}
