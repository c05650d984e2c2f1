import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeHead } from './before-head.js';
import { answerTime, firstLimit, MIN_IN_WORK, nextLimit, type Sample } from './limit.rules.js';
import { hasBody } from './slow-body.js';

const WINDOW_MS = 250;

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
    if (at - began < WINDOW_MS) return;
    limit = nextLimit(limit, sample, maxMs);
    if (refused > 0) onCrowd({ refused, limit, answerMs: Math.round(answerTime(sample)) });
    // Whoever sends a body slowly must not keep others out.
    for (const res of awaitingBody) inWork.delete(res);
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
    work();
    if (hasBody(req)) {
      awaitingBody.add(res);
      req.once('end', work);
    }
    atHead(res, () => {
      // An answer to what has a body may wait for others than us, such as the hash of a password.
      if (inWork.delete(res) && !hasBody(req)) sample.times.push(now() - since);
      awaitingBody.delete(res);
      req.off('end', work);
    });
  }

  return {
    admits(req: IncomingMessage, res: ServerResponse): boolean {
      const current = currentTurn();
      const at = now();
      adjust(at);
      const isLate = at - current.began > maxMs && current.taken >= MIN_IN_WORK;
      if (isLate || inWork.size >= limit) {
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
