/**
 * How often somebody may do what costs much. A whole hall shares one address, so nothing is
 * counted by address: what is counted is the key, or the server as a whole.
 */
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { hashKey } from '../../gate/links/keys.ts';
import { bearerOf } from '../../gate/request.ts';

const MINUTE_MS = 60_000;
const tooOften = () => new Refusal('rate.limited');

function byKey(request: FastifyRequest): string {
  const key = bearerOf(request.headers.authorization);
  return key === undefined ? 'none' : hashKey(key);
}

/** A hall of 150 may each make a few sheets in the same minute. */
export const creationLimit = {
  max: 600,
  timeWindow: MINUTE_MS,
  keyGenerator: byKey,
  errorResponseBuilder: tooOften,
};

/** An import is heavy; with one key nobody needs more. */
export const importLimit = {
  max: 30,
  timeWindow: MINUTE_MS,
  keyGenerator: byKey,
  errorResponseBuilder: tooOften,
};

/** A hall of 150 may each put in a picture or two, by the same link. */
export const uploadLimit = {
  max: 300,
  timeWindow: MINUTE_MS,
  keyGenerator: byKey,
  errorResponseBuilder: tooOften,
};

/** A hall of 150 may each take the same sheet along in the same minute, by the same link. */
export const exportLimit = {
  max: 200,
  timeWindow: MINUTE_MS,
  keyGenerator: byKey,
  errorResponseBuilder: tooOften,
};
