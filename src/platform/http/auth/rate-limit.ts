import type { RequestHandler } from 'express';
import { tooManyRequests } from '../../errors.js';
import type { Limits, Usage } from '../../limits/limits.service.js';
import { networksOf } from '../../limits/networks.js';

const MINUTE = 60;
const ADDRESSES_A_NETWORK = 4;

/**
 * Refuses more attempts of a kind a minute from one address, and from one network (429), and tells
 * what is left (draft-ietf-httpapi-ratelimit-headers-08).
 */
export function limitPerMinute(limits: Limits, limit: number): (kind: string) => RequestHandler {
  return (kind) => {
    const budgets = [
      { of: 'address' as const, points: limit },
      { of: 'network' as const, points: limit * ADDRESSES_A_NETWORK },
    ].map(({ of, points }) => ({
      of,
      ...limits.budget({ name: `${kind} ${of}`, points, seconds: MINUTE, isFinal: true }),
    }));
    const policy = budgets.map(({ of, points }) => `"${of}";q=${points};w=${MINUTE}`).join(', ');
    return async (req, res, next) => {
      const from = networksOf(req.ip ?? '');
      const used = await Promise.all(budgets.map((budget) => budget.consume(from[budget.of])));
      const left = ({ remaining, seconds }: Usage) => `r=${remaining};t=${seconds}`;
      res.set({
        'RateLimit-Policy': policy,
        RateLimit: used.map((usage, index) => `"${budgets[index]?.of}";${left(usage)}`).join(', '),
      });
      const exceeded = used.filter(({ isExceeded }) => isExceeded).map(({ seconds }) => seconds);
      if (exceeded.length > 0) throw tooManyRequests(undefined, [], Math.max(...exceeded));
      next();
    };
  };
}
