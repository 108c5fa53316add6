/**
 * The portfolio that a query asks for, kept up to date: asked for when the query changes, when the
 * server says that something has changed, and when the page is looked at again. What was answered
 * last stays in sight meanwhile.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isSameJson } from '../../shared/document/schema/json.ts';
import type { PortfolioAnswer, PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import { fetchPortfolio } from '../api/portfolio.ts';
import { createRefresher, type Refresher } from '../api/refresher.ts';
import type { ApiFailure, ApiResult } from '../api/request.ts';
import { followReadModel } from '../connection/followReadModel.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { paramsOf } from './query.ts';

/** Between two answers: as often as numbers that change can be read. */
const PAUSE_MS = 300;

/** An answer that is asked for beside its programme: nobody waits for the one and then the other. */
export interface FirstAnswer {
  readonly program: OpenProgram;
  readonly params: string;
  readonly result: Promise<ApiResult<PortfolioAnswer>>;
}

interface PortfolioSource {
  readonly program: OpenProgram;
  readonly query: PortfolioQuery;
  /** Taken once, by the query that it answers. */
  readonly first: RefObject<FirstAnswer | undefined>;
}

interface ShownPortfolio {
  readonly answer: PortfolioAnswer | undefined;
  /** What the answer answers. */
  readonly answered: PortfolioQuery | undefined;
  /** Why nothing newer could be had; undefined after an answer. */
  readonly failure: ApiFailure | undefined;
  readonly retry: () => void;
}

/** Asks with the key that is most likely to work. */
export function askFirst(program: OpenProgram, query: PortfolioQuery): FirstAnswer | undefined {
  const key = program.likelyKey;
  if (key === undefined) return undefined;
  const params = serverParams(query);
  const result = fetchPortfolio({ programId: program.id, key, params });
  return { program, params: params.toString(), result };
}

export function usePortfolio({ program, query, first }: PortfolioSource): ShownPortfolio {
  const [shown, setShown] = useState<Omit<ShownPortfolio, 'retry'>>({
    answer: undefined,
    answered: undefined,
    failure: undefined,
  });
  const refresher = useRef<Refresher>(undefined);
  const newest = useRef(-1);

  useEffect(() => {
    const params = serverParams(query);
    const ask = async (signal: AbortSignal) => {
      const early = first.current;
      if (early?.program === program) {
        first.current = undefined;
        const answered = early.params === params.toString() ? await early.result : undefined;
        if (answered?.ok) return answered;
      }
      // Until it is known which of its keys works; being online says so.
      const key = program.accessKey;
      if (key === undefined) return undefined;
      return settled(fetchPortfolio({ programId: program.id, key, params }, signal));
    };
    const load = async (signal: AbortSignal) => {
      const result = await ask(signal);
      if (result === undefined || signal.aborted) return;
      if (!result.ok) return setShown((before) => ({ ...before, failure: result.failure }));
      const { value } = result;
      newest.current = value.version;
      setShown((before) => {
        const answer = isSameJson(before.answer, value) ? before.answer : value;
        const isSame = answer === before.answer && before.answered === query;
        return isSame && before.failure === undefined
          ? before
          : { answer, answered: query, failure: undefined };
      });
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
  }, [program, query, first]);

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
