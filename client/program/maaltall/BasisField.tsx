/** Which sum of the portfolio counts towards a måltall, if any does. */
import { patchEntity } from '../../../shared/program/commands/program.ts';
import type { Maaltall } from '../../../shared/program/schema/entities.ts';
import { MAALTALL_BASES } from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { useRun } from '../../sheet/documentSession.tsx';
import { Select } from '../../ui/Select.tsx';
import { useProgramSession } from '../session.tsx';

const CHOICES = ['ingen', ...MAALTALL_BASES] as const;

interface BasisFieldProps {
  readonly maaltall: Maaltall;
  readonly label: string;
}

export function BasisField({ maaltall, label }: BasisFieldProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const { id, basis } = maaltall;
  return (
    <Placed place={{ section: 'maaltall', entityId: id, field: 'basis' }}>
      <Select<(typeof CHOICES)[number]>
        label={label}
        hideLabel
        size="sm"
        value={basis ?? 'ingen'}
        disabled={!canWrite}
        options={CHOICES.map((value) => ({ value, label: t(`program.basis.${value}`) }))}
        onValueChange={(chosen) =>
          run(patchEntity('maaltall', id, { basis: chosen === 'ingen' ? null : chosen }))
        }
      />
    </Placed>
  );
}
