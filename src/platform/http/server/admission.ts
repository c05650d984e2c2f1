import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeHead } from './before-head.js';
import {
  answerTime,
  firstLimit,
  nextLimit,
  recovered,
  USUAL_IN_WORK,
  type Sample,
} from './limit.rules.js';
import { hasBody } from './slow-body.js';

const WINDOW_MS = 250;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Crowd {
  refused: number;
  limit: number;
  answerMs: number;
}

/** Lets in as many requests as are answered in time (ADR 27). @param now never goes back */
export function createAdmission(
  maxMs: number,
  onCrowd: (crowd: Crowd) => void,
  now: () => number = () => performance.now(),
) {
  const inWork = new Set<object>();
  /** They keep out no more than other bodies, and those for a moment only: whoever sends one slowly stops nobody. */
  const awaitingBody = new Set<object>();
  let limit = firstLimit(maxMs);
  let began = now();
  let refused = 0;
  let sample: Sample = { mostInWork: 0, times: [], turns: [] };
  let turn: { began: number; taken: number } | null = null;

  function currentTurn() {
    if (turn !== null) return turn;
    const begun = { began: now(), taken: 0 };
    setImmediate(() => {
      sample.turns.push(now() - begun.began);
      turn = null;
    });
    return (turn = begun);
  }

  function adjust(at: number): void {
    const windows = Math.floor((at - began) / WINDOW_MS);
    if (windows === 0) return;
    // While nothing came and went, as many were in work as now.
    const calm =
      Number(sample.mostInWork <= limit / 2) + (inWork.size <= limit / 2 ? windows - 1 : 0);
    limit = recovered(nextLimit(limit, sample, maxMs), calm, maxMs);
    if (refused > 0) onCrowd({ refused, limit, answerMs: Math.round(answerTime(sample)) });
    awaitingBody.clear();
    began = at;
    refused = 0;
    sample = { mostInWork: inWork.size, times: [], turns: [] };
  }

  function begin(req: IncomingMessage, res: ServerResponse, since: number): void {
    const work = () => {
      awaitingBody.delete(res);
      inWork.add(res);
      sample.mostInWork = Math.max(sample.mostInWork, inWork.size);
    };
    if (hasBody(req)) {
      awaitingBody.add(res);
      req.once('end', work);
    } else work();
    atHead(res, () => {
      // An answer to what has a body may wait for others than us, such as the hash of a password.
      const at = now();
      if (inWork.has(res) && !hasBody(req)) sample.times.push(at - since);
      adjust(at);
      inWork.delete(res);
      awaitingBody.delete(res);
      req.off('end', work);
    });
  }

  return {
    admits(req: IncomingMessage, res: ServerResponse): boolean {
      const current = currentTurn();
      const at = now();
      adjust(at);
      const isLate = at - current.began > maxMs && current.taken >= USUAL_IN_WORK;
      const isReading = READING.has(req.method ?? '');
      const most = isReading ? limit : Math.max(limit, USUAL_IN_WORK);
      const crowd = inWork.size + (isReading ? 0 : awaitingBody.size);
      if (isLate || crowd >= most) {
        refused += 1;
        return false;
      }
      current.taken += 1;
      begin(req, res, current.began);
      return true;
    },
  };
}

function atHead(res: ServerResponse, act: () => void): void {
  let isDone = false;
  const actOnce = () => {
    if (!isDone) act();
    isDone = true;
  };
  beforeHead(res, actOnce);
  res.once('close', actOnce);
}
