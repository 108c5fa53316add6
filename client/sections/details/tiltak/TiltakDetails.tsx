import type { Tiltak } from '../../../../shared/sheet/schema/entities.ts';

interface TiltakDetailsProps {
  readonly tiltak: Tiltak;
  /** The key of the field that is to be shown first. */
  readonly field: string | undefined;
}

export function TiltakDetails({ tiltak }: TiltakDetailsProps) {
  return <p>{tiltak.title}</p>;
}
