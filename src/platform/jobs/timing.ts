export interface JobTiming {
  pollMs: number;
  /** Between attempts to be the process that sweeps in this minute. */
  sweepMs: number;
  /** The longest run of a job; then it counts as failed, as after a crash. */
  expireSeconds: number;
  /** Between searches for jobs that ran too long; whole seconds. */
  maintenanceSeconds: number;
  /** Before the first retry; doubles with each, plus up to as much again at random. */
  retryDelaySeconds: number;
}

export const TIMING: JobTiming = {
  pollMs: 2000,
  sweepMs: 10_000,
  expireSeconds: 60,
  maintenanceSeconds: 20,
  retryDelaySeconds: 10,
};
