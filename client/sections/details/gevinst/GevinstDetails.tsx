import type { Gevinst } from '../../../../shared/sheet/schema/entities.ts';

interface GevinstDetailsProps {
  readonly gevinst: Gevinst;
  /** The key of the field that is to be shown first. */
  readonly field: string | undefined;
}

export function GevinstDetails({ gevinst }: GevinstDetailsProps) {
  return <p>{gevinst.title}</p>;
}
