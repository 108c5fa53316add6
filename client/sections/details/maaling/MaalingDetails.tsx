import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';

interface MaalingDetailsProps {
  readonly maaling: Maaling;
  /** The key of the field that is to be shown first. */
  readonly field: string | undefined;
}

export function MaalingDetails({ maaling }: MaalingDetailsProps) {
  return <p>{maaling.name}</p>;
}
