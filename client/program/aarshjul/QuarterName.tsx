/** A quarter's name as its heading, and as a field for those who may change it. */
import { setLabel } from '../../../shared/program/commands/program.ts';
import type { Quarter } from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { useRun } from '../../sheet/documentSession.tsx';
import type { TypedValueFormat } from '../../ui/typedValue.ts';
import { useTypedValue } from '../../ui/useTypedValue.ts';
import { useProgramSession } from '../session.tsx';
import { useQuarterNames } from './useQuarterNames.ts';

const MAX_NAME = 60;

const FORMAT: TypedValueFormat<string> = {
  parse: (text) => text.trim(),
  format: (name) => name,
  isFull: () => false,
};

export function QuarterName({ quarter }: { readonly quarter: Quarter }) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const name = useQuarterNames()[quarter];
  // An emptied field gives the quarter the interface's own name back.
  const { text, handlers } = useTypedValue(
    name,
    (typed) => run(setLabel(quarter, typed ?? undefined)),
    FORMAT,
  );
  if (!canWrite) return <h3 className="aarshjul__name">{name}</h3>;
  return (
    <>
      <h3 className="ds-sr-only">{name}</h3>
      <Placed
        place={{ section: 'aktiviteter', entityId: quarter, field: 'name' }}
        className="aarshjul__name"
      >
        <input
          {...handlers}
          className="aarshjul__name-field"
          aria-label={t('program.aktiviteter.nameOf', { quarter: t(`program.kvartal.${quarter}`) })}
          autoComplete="off"
          maxLength={MAX_NAME}
          value={text}
        />
      </Placed>
    </>
  );
}
