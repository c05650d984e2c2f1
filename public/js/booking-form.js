/**
 * Shows the free times and the total of the chosen day and hours as soon as they change.
 * @param {HTMLFormElement} form
 */
export function watchBookingForm(form) {
  const { chef, price, currency } = form.dataset;
  const date = form.elements.namedItem('booking_date');
  const hours = form.elements.namedItem('duration_hours');
  const list = form.querySelector('[data-time-list]');
  const none = form.querySelector('[data-no-times]');
  const total = document.querySelector('[data-total]');
  const hoursShown = document.querySelector('[data-hours]');
  const money = moneyFormat(document.documentElement.lang, currency);
  form.querySelector('[data-without-script]').hidden = true;
  list.setAttribute('aria-live', 'polite');

  async function update() {
    hoursShown.textContent = hours.value;
    total.textContent = money(Number(hours.value) * Number(price));
    if (date.value === '') return;
    const query = new URLSearchParams({
      from: date.value,
      to: date.value,
      duration_hours: hours.value,
    });
    const response = await fetch(`/api/coocook/chefs/${chef}/slots?${query}`);
    if (!response.ok) return;
    const { days } = await response.json();
    const chosen = new FormData(form).get('start_time');
    const starts = days[0].starts;
    const active = document.activeElement;
    const hadFocus = list.contains(active);
    list.replaceChildren(...starts.map((start) => radio(start.start_time, chosen)));
    if (hadFocus) (list.querySelector(`[value="${active.value}"]`) ?? date).focus();
    none.hidden = starts.length > 0;
  }

  date.addEventListener('change', update);
  hours.addEventListener('change', update);
}

/** As the server writes prices: ₩150,000, in Korean 150,000원. */
function moneyFormat(language, currency) {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits;
  return (amount) =>
    language === 'ko' && currency === 'KRW'
      ? `${amount.toLocaleString('ko')}원`
      : format.format(amount / 10 ** decimals);
}

function radio(time, chosen) {
  const label = document.createElement('label');
  label.className = 'time';
  const input = document.createElement('input');
  Object.assign(input, {
    type: 'radio',
    name: 'start_time',
    value: time,
    checked: time === chosen,
  });
  const text = document.createElement('span');
  text.textContent = time;
  label.append(input, text);
  return label;
}
