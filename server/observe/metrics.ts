/** The numbers that an operator watches, as Prometheus text. Names begin with `a3_`. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';

export interface MetricSources {
  readonly connections: () => number;
  readonly rooms: () => number;
}

export interface Metrics {
  updateTaken(bytes: number): void;
  appended(updates: number, durationMs: number): void;
  /** A refusal, over a socket or over HTTP. */
  refused(code: ErrorCode): void;
  requested(route: string, status: number, durationMs: number): void;
  /** A document's rows are new; `isUnreadable` when it has none because it could not be read. */
  projected(lagMs: number, problems: number, isUnreadable: boolean): void;
  /** Prometheus text, and its content type. */
  text(): Promise<string>;
  readonly contentType: string;
  stop(): void;
}

export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  addGauge(registry, 'a3_connections', 'People connected to sheets', sources.connections);
  addGauge(registry, 'a3_rooms', 'Sheets in memory', sources.rooms);
  addGauge(registry, 'a3_memory_bytes', 'Resident memory', () => process.memoryUsage.rss());
  addGauge(registry, 'a3_event_loop_lag_p99_seconds', 'Since the last scrape', () => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return seconds;
  });
  const updates = new Counter({ name: 'a3_updates_total', help: 'Updates taken', registers });
  const bytes = new Counter({ name: 'a3_update_bytes_total', help: 'Bytes of updates', registers });
  const refusals = new Counter({
    name: 'a3_refusals_total',
    help: 'Refusals by code',
    labelNames: ['code'] as const,
    registers,
  });
  const append = new Histogram({
    name: 'a3_append_seconds',
    help: 'Time until an append was durable',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const batch = new Histogram({
    name: 'a3_append_updates',
    help: 'Updates in one append of one room',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    registers,
  });
  const projections = new Histogram({
    name: 'a3_projection_lag_seconds',
    help: 'From a change until the read model shows it',
    buckets: [0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30],
    registers,
  });
  const illTyped = new Counter({
    name: 'a3_projection_problems_total',
    help: 'Ill-typed things left out of projections',
    registers,
  });
  const unreadable = new Counter({
    name: 'a3_projection_unreadable_total',
    help: 'Projections of documents that could not be read',
    registers,
  });
  const requests = new Histogram({
    name: 'a3_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  return {
    updateTaken(size) {
      updates.inc();
      bytes.inc(size);
    },
    appended(count, durationMs) {
      append.observe(durationMs / 1000);
      batch.observe(count);
    },
    projected(lagMs, problems, isUnreadable) {
      projections.observe(lagMs / 1000);
      illTyped.inc(problems);
      if (isUnreadable) unreadable.inc();
    },
    refused: (code) => refusals.inc({ code }),
    requested: (route, status, durationMs) =>
      requests.observe({ route, status: String(status) }, durationMs / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop: () => delay.disable(),
  };
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: () => gauge.set(read()),
  });
}
