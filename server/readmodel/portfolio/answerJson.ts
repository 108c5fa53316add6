/** An answer as JSON, for less than it costs to write it all anew. */
import type {
  PortfolioAnswer,
  PortfolioGroup,
  PortfolioSums,
} from '../../../shared/portfolio/portfolio.ts';
import type { Json } from '../port.ts';

/** The sums of a whole sheet are the same object until it changes: so long their JSON is kept. */
const kept = new WeakMap<PortfolioSums, string>();

export function answerJson({ groups, ...rest }: PortfolioAnswer): Json<PortfolioAnswer> {
  return bytesOf(withMember(rest, 'groups', `[${groups.map(groupJson).join(',')}]`));
}

export function json<T>(value: T): Json<T> {
  return bytesOf(JSON.stringify(value));
}

function groupJson({ sums, ...group }: PortfolioGroup): string {
  let written = kept.get(sums);
  if (written === undefined) {
    written = JSON.stringify(sums);
    kept.set(sums, written);
  }
  return withMember(group, 'sums', written);
}

/** An object that is not empty, with one member more, whose value is JSON already. */
function withMember(object: object, name: string, written: string): string {
  return `${JSON.stringify(object).slice(0, -1)},"${name}":${written}}`;
}

function bytesOf<T>(written: string): Json<T> {
  return { bytes: new TextEncoder().encode(written) };
}
