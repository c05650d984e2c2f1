import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { createAdmission } from '../server/admission.js';
import { PROBES } from '../server/health.js';
import { createRefusal } from '../server/refusal.js';
import { createStarter } from './start-in-turn.js';
import type { SharedAnswers } from './shared-answers.js';

/** Probes first, then what is kept, then as many requests as can be answered in time. */
export function createListener(
  app: RequestListener,
  sharedAnswers: SharedAnswers,
  options: { logger: Logger; answerMs: number; problemType: string; busyPage: string },
): RequestListener {
  const { logger, problemType, busyPage } = options;
  const admission = createAdmission(options.answerMs, (crowd) => {
    logger.warn(crowd, 'requests refused');
  });
  const start = createStarter();
  const refuse = createRefusal({ problemType, pageFile: busyPage });
  return (req, res) => {
    if (PROBES.has(req.url ?? '')) {
      app(req, res);
      return;
    }
    sharedAnswers.serve(req, res, (onBegun) => {
      if (!admission.admits(req, res)) {
        refuse(req, res);
        onBegun();
        return;
      }
      sharedAnswers.watchWrite(req, res);
      start(req, () => {
        app(req, res);
        onBegun();
      });
    });
  };
}
