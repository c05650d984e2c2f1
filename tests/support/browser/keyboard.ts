import type { Locator, Page } from 'playwright-core';

/** So many stops may lie between two places on a page. */
const MAX_STOPS = 150;
const MAX_LOOKS = 600;
const LOOK_MS = 100;

/** Goes through pages by keys alone, and looks at each stop whether the focus is to be seen. */
export interface Keyboard {
  /**
   * Presses Tab (or Shift+Tab) until this, or something inside of it, has the focus; opens what it is
   * folded in. @throws Error
   */
  tabTo(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes there and follows the link or presses the button. */
  press(target: Locator): Promise<void>;
  /** Goes to a field and enters a value in the way of its kind: a date as YYYY-MM-DD. */
  enter(field: Locator, value: string): Promise<void>;
  /** Goes to a box and ticks it, or takes the tick away. */
  tick(box: Locator): Promise<void>;
  /** Goes to a group of radios and moves to one of them. */
  choose(radio: Locator): Promise<void>;
  /** What was wrong with the focus at any stop so far. */
  findings: string[];
}

/** The keyboard of somebody who has nothing else. */
export function keyboardOf(page: Page): Keyboard {
  const keys = page.keyboard;
  const findings: string[] = [];

  const holdsFocus = async (target: Locator) =>
    (await target.and(page.locator(':focus, :focus-within')).count()) > 0;
  const stop = async (key: string) => {
    await keys.press(key);
    findings.push(...(await page.evaluate(unmarkedFocus)));
    // What moves the page ends by itself; what hides the focus stays.
    let hidden = await page.evaluate(hiddenFocus);
    for (let looks = 0; hidden !== null && looks < MAX_LOOKS; looks += 1) {
      await page.waitForTimeout(LOOK_MS);
      hidden = await page.evaluate(hiddenFocus);
    }
    if (hidden !== null) findings.push(hidden);
  };
  const until = async (reached: () => Promise<boolean>, key: string, wanted: Locator) => {
    for (let stops = 0; !(await reached()); stops += 1) {
      if (stops === MAX_STOPS) throw new Error(`${key} never reached ${wanted.toString()}`);
      await stop(key);
    }
  };

  const keyboard: Keyboard = {
    findings,
    async tabTo(target, key = 'Tab') {
      await target.first().waitFor({ state: 'attached' });
      const folded = target.first().locator('xpath=ancestor::details[not(@open)]');
      // What is folded on a small screen may be laid open on a large one.
      while (!(await target.first().isVisible()) && (await folded.count()) > 0) {
        const summary = folded.first().locator('> summary');
        await until(() => holdsFocus(summary), key, summary);
        await keys.press('Enter');
      }
      await until(() => holdsFocus(target), key, target);
    },
    async press(target) {
      await keyboard.tabTo(target);
      await keys.press('Enter');
    },
    async enter(field, value) {
      await keyboard.tabTo(field);
      const kind = await page
        .locator(':focus')
        .evaluate((element) => ('type' in element ? String(element.type) : ''));
      if (kind === 'date') {
        // Month, day and year, as English writes them; the focus moves on from each by itself.
        const [year = '', month = '', day = ''] = value.split('-');
        await keys.type(month + day + year);
      } else {
        if (kind !== 'select-one') await keys.press('ControlOrMeta+A');
        await keys.type(value);
      }
    },
    async tick(box) {
      await keyboard.tabTo(box);
      await keys.press('Space');
    },
    async choose(radio) {
      const name = (await radio.first().getAttribute('name')) ?? '';
      await keyboard.tabTo(page.locator(`input[type=radio][name="${name}"]`));
      // A group without a choice is entered at its first: Space takes it, arrows move on.
      if (await holdsFocus(radio)) await keys.press('Space');
      await until(() => holdsFocus(radio), 'ArrowRight', radio);
    },
  };
  return keyboard;
}

/** A place that had the focus: a date has several stops inside, of which its calendar draws its own. */
interface Stop {
  element: Element;
  looks: string[];
}

/**
 * Whether the last stop looked the same with the focus as without. Runs in the page; what the
 * present stop looks like is kept there.
 */
function unmarkedFocus(): string[] {
  const found: string[] = [];
  const kept = window as unknown as { lastStop?: Stop };
  const nameOf = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
  // A radio that is drawn by the words beside it shows its focus there, a link that covers its card
  // around the card.
  const lookOf = (element: Element) => {
    const after = getComputedStyle(element, '::after');
    return [element, element.nextElementSibling, element.closest('label')]
      .flatMap((one) => (one === null ? [] : [getComputedStyle(one)]))
      .concat(after.content === 'none' ? [] : [after])
      .map(({ outlineStyle, outlineWidth, boxShadow, borderColor }) =>
        [outlineStyle, outlineWidth, boxShadow, borderColor].join(' '),
      )
      .join('; ');
  };

  const before = kept.lastStop;
  const active = document.activeElement;
  if (before?.element.isConnected && before.element !== active) {
    const without = lookOf(before.element);
    if (before.looks.every((look) => look === without)) {
      found.push(`looks the same with the focus: ${nameOf(before.element)}`);
    }
  }
  // Past the last stop the focus is in the browser's own bar.
  if (active === null || active === document.body) {
    delete kept.lastStop;
    return found;
  }
  const looks = before?.element === active ? before.looks : [];
  kept.lastStop = { element: active, looks: [...looks, lookOf(active)] };
  return found;
}

/** What has the focus out of sight or below something else, and where; null if it is seen. Runs in the page. */
function hiddenFocus(): string | null {
  const nameOf = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
  const active = document.activeElement;
  // Past the last stop the focus is in the browser's own bar.
  if (active === null || active === document.body) return null;
  const boxes = [...active.getClientRects()].filter(({ width, height }) => width * height > 0);
  const isOpen = boxes.some((box) => {
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (left >= right || top >= bottom) return false;
    const parts = [0.1, 0.5, 0.9];
    const seen = parts.flatMap((x) =>
      parts.filter((y) => {
        const [across, down] = [left + x * (right - left), top + y * (bottom - top)];
        const there = document.elementFromPoint(across, down);
        if (there === null) return false;
        return active.contains(there) || (there.closest('label')?.contains(active) ?? false);
      }),
    );
    return seen.length >= 3;
  });
  if (isOpen) return null;
  const [box] = boxes;
  const over = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const where = `${JSON.stringify(box)} of ${innerWidth} × ${innerHeight}`;
  return `hidden: ${nameOf(active)} at ${where}, below ${over ? nameOf(over) : 'nothing'}`;
}
