/**
 * The portfolio that a query asks for, kept up to date: asked for when the query changes, when the
 * server says that something has changed, and when the page is looked at again. What was answered
 * last stays in sight meanwhile.
 */
import { useEffect, useRef, useState } from 'react';
import type { PortfolioAnswer, PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import { fetchPortfolio } from '../api/portfolio.ts';
import { createRefresher, type Refresher } from '../api/refresher.ts';
import type { ApiFailure } from '../api/request.ts';
import { followReadModel } from '../connection/followReadModel.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { paramsOf } from './query.ts';

/** Between two answers: as often as numbers that change can be read. */
const PAUSE_MS = 300;

interface PortfolioSource {
  readonly program: OpenProgram;
  readonly query: PortfolioQuery;
}

interface ShownPortfolio {
  readonly answer: PortfolioAnswer | undefined;
  /** What the answer answers. */
  readonly answered: PortfolioQuery | undefined;
  /** Why nothing newer could be had; undefined after an answer. */
  readonly failure: ApiFailure | undefined;
  readonly retry: () => void;
}

export function usePortfolio({ program, query }: PortfolioSource): ShownPortfolio {
  const [shown, setShown] = useState<Omit<ShownPortfolio, 'retry'>>({
    answer: undefined,
    answered: undefined,
    failure: undefined,
  });
  const refresher = useRef<Refresher>(undefined);
  const newest = useRef(-1);

  useEffect(() => {
    const load = async (signal: AbortSignal) => {
      // Until it is known which of its keys works; being online says so.
      const key = program.accessKey;
      if (key === undefined) return;
      const call = { programId: program.id, key, params: serverParams(query) };
      const result = await settled(fetchPortfolio(call, signal));
      if (result === undefined || signal.aborted) return;
      if (!result.ok) return setShown((before) => ({ ...before, failure: result.failure }));
      newest.current = result.value.version;
      setShown({ answer: result.value, answered: query, failure: undefined });
    };
    const current = createRefresher(load, PAUSE_MS);
    refresher.current = current;
    current.refresh();
    const stopFollowing = followReadModel(program.state, (version = Number.POSITIVE_INFINITY) => {
      if (version > newest.current) current.refresh();
    });
    return () => {
      stopFollowing();
      current.stop();
    };
  }, [program, query]);

  return { ...shown, retry: () => refresher.current?.refresh() };
}

/** The address leaves out what goes without saying; the server is told all of it. */
export function serverParams(query: PortfolioQuery): URLSearchParams {
  const params = paramsOf(query);
  params.set('antall', String(query.antall));
  return params;
}

/** Undefined when the call was broken off. */
async function settled<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
