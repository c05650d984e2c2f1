// The order of what lies in a folder that has folders: each line may import from the lines above it,
// never from those below, nor from another name on its own line. .dependency-cruiser.cjs makes rules of
// it; a test finds a file or folder that has no place here.
module.exports = {
  src: [
    ['platform'],
    ['settings.ts', 'api-document.ts'],
    ['config.ts'],
    ['modules'],
    ['modules.ts'],
    ['app.ts'],
    ['server.ts'],
  ],

  'src/modules': [['auth', 'subscriptions'], ['chefs'], ['bookings']],

  'src/modules/bookings': [
    ['events.schemas.ts'],
    ['deps.ts'],
    ['records'],
    ['booking'],
    ['requests', 'lists', 'earnings', 'live'],
    ['rescue', 'request-form'],
    ['lifecycle'],
    ['party'],
    ['workday'],
    ['booking-page'],
    ['index.ts'],
  ],

  'src/modules/chefs': [
    ['deps.ts'],
    ['chef'],
    ['availability', 'pictures', 'query'],
    ['schedule', 'search', 'closed-dates'],
    ['profile'],
    ['chef-page'],
    ['index.ts'],
  ],

  'src/platform': [
    [
      'clock.ts',
      'entropy.ts',
      'errors.ts',
      'paging.ts',
      'paths.ts',
      'remember.ts',
      'signed-tokens.ts',
      'turns.ts',
      'viewer.ts',
      'i18n',
      'processes',
    ],
    ['money.ts', 'versions.ts', 'bounded-work.ts', 'database', 'time'],
    ['idempotency', 'jobs', 'kept-forms', 'limits'],
    ['backup', 'events', 'http'],
  ],

  'src/platform/database': [
    ['errors.ts', 'folder-lock.ts', 'handles.ts', 'migration-engine.ts', 'migration-files.ts'],
    ['postgres', 'questions.ts', 'transactions.ts'],
    ['embedded.ts'],
    ['client.ts'],
    ['migrate.ts'],
  ],

  'src/platform/http': [
    ['auth', 'input'],
    ['server'],
    ['response-cache'],
    ['routes', 'sse'],
    ['middleware', 'views'],
    ['openapi'],
  ],
};
