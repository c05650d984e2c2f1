/**
 * Turns to another day or week of a chef's free times without loading the page again: the parts that
 * hang on the choice are taken from the page at the link's address. Back works as without.
 * @param {HTMLElement} main
 */
export function watchFreeTimes(main) {
  const voice = document.createElement('p');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  main.append(voice);
  let asked = 0;
  let shown = withoutHash(window.location.href);

  async function turn(address) {
    const turnOfThis = (asked += 1);
    const response = await fetch(address, {
      // Tells the server that nobody reads this answer, so that its message waits for who does.
      headers: { Accept: 'text/html', 'X-Live': 'times' },
    });
    if (!response.ok) throw new Error(`${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (turnOfThis !== asked) return false;
    for (const part of main.querySelectorAll('[data-swap]')) {
      const fresh = page.querySelector(`[data-swap="${part.dataset.swap}"]`);
      if (fresh !== null) part.replaceWith(document.adoptNode(fresh));
    }
    shown = withoutHash(address);
    return true;
  }

  main.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-turn]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // What is read aloud of the link, or of the week that it leads to.
    const name = link.matches('.days a')
      ? link.querySelector('.visually-hidden').textContent
      : null;
    try {
      if (!(await turn(link.href))) return;
      window.history.pushState(null, '', link.href);
      const same =
        name === null && link.rel ? main.querySelector(`a[data-turn][rel="${link.rel}"]`) : null;
      const again =
        same ?? main.querySelector('.days a[aria-current]') ?? main.querySelector('.days-head a');
      again?.focus({ preventScroll: true });
      voice.textContent = name ?? main.querySelector('.days-head p').textContent;
    } catch {
      window.location.assign(link.href);
    }
  });
  window.addEventListener('popstate', () => {
    // Another part of the same page is not another choice.
    if (withoutHash(window.location.href) === shown) return;
    turn(window.location.href).catch(() => window.location.reload());
  });
}

function withoutHash(address) {
  return address.split('#')[0];
}
