/** Before the id of whatever comes into a dialog, so that it is not one of the page behind. */
const PREFIX = 'dialog-';
/** The attributes that name other elements by id. */
const REFERENCES = ['for', 'list', 'form', 'headers', 'aria-labelledby', 'aria-describedby'];

/**
 * Shows the page that a link leads to in a modal dialog: the content of its main element. The link says
 * so with `data-dialog`. Escape, the button, a link with `data-dialog-close` and any link to the page
 * behind close it, and the link has the focus again. Forms in it are sent as on the page itself. What
 * cannot be shown so is gone to.
 * @param {HTMLAnchorElement} link
 */
export async function openDialog(link) {
  const template = document.querySelector('template#dialog');
  const dialog = template.content.querySelector('dialog').cloneNode(true);
  const body = dialog.querySelector('.dialog-body');
  const asking = new AbortController();
  dialog.setAttribute('aria-label', link.textContent.trim());
  dialog.setAttribute('aria-busy', 'true');
  dialog.addEventListener('click', (event) => {
    const pressed = event.target.closest('a, button');
    if (event.target !== dialog && !isWayBack(pressed)) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    asking.abort();
    dialog.remove();
    again(link)?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();

  try {
    const { heading, content } = await partOf(link.href, asking.signal);
    body.replaceChildren(...content);
    dialog.removeAttribute('aria-busy');
    dialog.removeAttribute('aria-label');
    dialog.setAttribute('aria-labelledby', heading.id);
    heading.focus();
  } catch {
    if (!asking.signal.aborted) window.location.assign(link.href);
  }
}

/** The content of a page, to stand within another, and what it is headed. @throws when it cannot be had */
async function partOf(address, signal) {
  const headers = { Accept: 'text/html', 'X-Live': 'dialog' };
  const response = await fetch(address, { headers, signal });
  if (!response.ok || response.redirected) throw new Error('The page answers otherwise.');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  const heading = lowered(main.querySelector('h1'));
  for (const element of main.querySelectorAll('[id]')) element.id = PREFIX + element.id;
  for (const name of REFERENCES) {
    for (const element of main.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name).split(' ');
      element.setAttribute(name, ids.map((id) => PREFIX + id).join(' '));
    }
  }
  for (const element of main.querySelectorAll('a[href^="#"]')) {
    element.setAttribute('href', `#${PREFIX}${element.getAttribute('href').slice(1)}`);
  }
  return { heading, content: main.childNodes };
}

/** A page has one heading of the first level, and it has it already. */
function lowered(first) {
  const heading = document.createElement('h2');
  heading.id = first.id || 'title';
  heading.tabIndex = -1;
  heading.append(...first.childNodes);
  first.replaceWith(heading);
  return heading;
}

/** Whether what was pressed means that nothing is to be done after all. */
function isWayBack(pressed) {
  if (pressed === null) return false;
  if (pressed.matches('[data-dialog-close]')) return true;
  if (!pressed.matches('a[href]:not([href^="#"])')) return false;
  return pressed.pathname + pressed.search === window.location.pathname + window.location.search;
}

/** The link itself, or the one that has meanwhile taken its place. */
function again(link) {
  if (link.isConnected) return link;
  return document.querySelector(`a[data-dialog][href="${CSS.escape(link.getAttribute('href'))}"]`);
}
