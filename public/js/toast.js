/** How long a toast stays that nobody points at or is in; one that tells of a failure stays. */
const STAY_MS = 12_000;
/** A screen reader notices what comes into an element that it has known for a moment. */
const SAY_MS = 150;

/**
 * Lets a toast be put away: by its button, by Escape, or by itself.
 * @param {HTMLElement} toast
 */
export function keepToast(toast) {
  const text = toast.querySelector('p');
  const leaving = new AbortController();
  const { signal } = leaving;
  let timer;
  const close = () => {
    leaving.abort();
    clearTimeout(timer);
    toast.remove();
  };
  const stay = () => clearTimeout(timer);
  // In the page itself it would take away what is read below it.
  const floats = window.getComputedStyle(toast).position === 'fixed';
  const leaveSoon = () => {
    stay();
    if (floats && toast.classList.contains('toast-success')) timer = setTimeout(close, STAY_MS);
  };

  toast.querySelector('button').addEventListener('click', close);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) close();
    },
    { signal },
  );
  for (const event of ['pointerenter', 'focusin']) toast.addEventListener(event, stay);
  for (const event of ['pointerleave', 'focusout']) toast.addEventListener(event, leaveSoon);
  // A screen reader tells what comes into a status, not what it began with.
  setTimeout(() => text.replaceChildren(text.textContent), SAY_MS);
  leaveSoon();
}
