// How long to wait before the next attempt, and whether there is to be one.

export const firstCapMs = 1_000;
export const lastCapMs = 30_000;

/**
 * Exponential back-off with full jitter: anything up to a cap that doubles with every attempt. When a
 * server restarts, its clients come back spread over the whole span and not in step.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const cap = Math.min(lastCapMs, firstCapMs * 2 ** Math.min(attempt, 16));
  return Math.round(random() * cap);
}

/**
 * True for close codes after which coming back by oneself would be wrong: the server has said no for a
 * reason that does not pass (3500-3999, 4500-4999) or that this page caused (1008, policy violation).
 */
export function isFinalClose(code: number): boolean {
  return code === 1008 || (code >= 3500 && code <= 3999) || (code >= 4500 && code <= 4999);
}
