/* global KEPT, VERSION, Request, URL, caches, self */
// Shows a page of its own when the server cannot be reached. Whatever can change, such as a booking,
// always comes from the server: only the files of KEPT are stored, and used only when that fails.
const NAME = `offline-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // A form that may have arrived is the browser's to explain.
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const kept = request.mode === 'navigate' ? '/offline.html' : pathname;
  if (!KEPT.includes(kept)) return;
  event.respondWith(fetch(request).catch(() => caches.match(kept)));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(KEPT.map((path) => new Request(path, { cache: 'reload' })));
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}
