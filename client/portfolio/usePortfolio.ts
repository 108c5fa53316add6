/**
 * The portfolio that a query asks for, kept up to date: asked for when the query changes, when the
 * server says that something has changed, and when the page is looked at again. What was answered
 * last stays in sight meanwhile.
 */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { PortfolioAnswer, PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import { fetchPortfolio } from '../api/portfolio.ts';
import type { ApiFailure } from '../api/request.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { paramsOf } from './query.ts';
import { createRefresher, type Refresher } from './refresher.ts';

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
  const version = useStore(program.state, (state) => state.readModelVersion);
  const isOnline = useStore(program.state, (state) => state.link === 'online');
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
    const current = createRefresher(load);
    refresher.current = current;
    current.refresh();
    const onVisible = () => {
      if (document.visibilityState === 'visible') current.refresh();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      current.stop();
    };
  }, [program, query]);

  // Nothing is told to a page without a connection: what it missed, it asks for.
  useEffect(() => {
    if (isOnline) refresher.current?.refresh();
  }, [isOnline]);

  useEffect(() => {
    // A page that nobody looks at asks when somebody does.
    if (document.visibilityState === 'hidden') return;
    if (version > newest.current) refresher.current?.refresh();
  }, [version]);

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
