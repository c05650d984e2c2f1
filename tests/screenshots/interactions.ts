import type { Page } from 'playwright-core';

type Act = (page: Page) => Promise<void>;

/** Presses a button that sends a form as it stands. */
export function press(selector: string): Act {
  return (page) => leaving(page, () => page.locator(selector).first().click());
}

/** Opens the dialog of a link, and waits for what it holds. */
export function open(selector: string): Act {
  return async (page) => {
    await page.locator(selector).first().click();
    await page.locator('dialog[open] h2').waitFor();
  };
}

/**
 * Sends fields as a form of the page would, past what its controls would let through.
 * @param below where to, below the page's own address
 */
export function send(fields: Record<string, string>, below = ''): Act {
  return (page) =>
    leaving(page, () =>
      page.evaluate(
        ([action, entries]) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = action;
          for (const [name, value] of entries) {
            const input = document.createElement('input');
            Object.assign(input, { type: 'hidden', name, value });
            form.append(input);
          }
          document.body.append(form);
          form.submit();
        },
        [new URL(page.url()).pathname + below, Object.entries(fields)] as const,
      ),
    );
}

async function leaving(page: Page, act: () => Promise<unknown>) {
  await Promise.all([page.waitForEvent('framenavigated'), act()]);
  await page.waitForLoadState('load');
}
