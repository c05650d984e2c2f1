/**
 * Lets the buttons beside a number count it up and down, within its limits. The field itself stays as
 * it is, arrow keys included.
 * @param {HTMLElement} stepper
 */
export function count(stepper) {
  const field = stepper.querySelector('input');
  const voice = stepper.querySelector('[aria-live]');
  const buttons = [...stepper.querySelectorAll('button')];

  /** Which way there is no further; such a button keeps the focus that it may have. */
  function mark() {
    const number = field.valueAsNumber;
    for (const button of buttons) {
      const limit = Number(button.value) > 0 ? field.max : field.min;
      const isEnd = limit !== '' && Number(button.value) * (number - Number(limit)) >= 0;
      button.setAttribute('aria-disabled', String(isEnd));
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      if (Number(button.value) > 0) field.stepUp();
      else field.stepDown();
      voice.textContent = field.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  field.addEventListener('input', mark);
  mark();
}
