/** The top of the programme: its name, what it is, its period, and the two settings that it counts by. */
import type { ReactNode } from 'react';
import type { ProgramId } from '../../../shared/ids/ids.ts';
import { patchHeader } from '../../../shared/program/commands/program.ts';
import {
  GEVINST_WORDS,
  type GevinstWord,
  YEARS,
} from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Link } from '../../router/Link.tsx';
import { Placed } from '../../sections/Placed.tsx';
import { useRun } from '../../sheet/documentSession.tsx';
import { NumberField, type NumberLimits } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramHeader, useProgramSession } from '../session.tsx';
import './programHeader.css';

export function ProgramHeader() {
  const t = useT();
  const { programId } = useProgramSession();
  return (
    <section className="program-header" aria-label={t('program.header')}>
      <ProgramCell
        address={{ of: 'header', key: 'name' }}
        place={{ section: 'header', field: 'name' }}
        label={t('program.name')}
        placeholder={t('program.untitled')}
        className="program-header__name"
      />
      <ProgramCell
        address={{ of: 'header', key: 'description' }}
        place={{ section: 'header', field: 'description' }}
        label={t('program.description')}
        placeholder={t('program.descriptionPlaceholder')}
        isMultiline
        className="program-header__description"
      />
      <div className="program-header__facts">
        <Period />
        <HoursPerAarsverk />
        <Word />
      </div>
      <PortfolioLink programId={programId} />
    </section>
  );
}

function PortfolioLink({ programId }: { readonly programId: ProgramId }) {
  const t = useT();
  return (
    <p className="program-header__portfolio">
      <Link href={`/program/${programId}/portefolje`} className="program-header__link">
        {t('program.toPortfolio')}
      </Link>
    </p>
  );
}

interface PlacedFieldProps {
  readonly field: string;
  readonly children: ReactNode;
}

function PlacedField({ field, children }: PlacedFieldProps) {
  return (
    <Placed place={{ section: 'header', field }} className="program-header__fact">
      {children}
    </Placed>
  );
}

function Period() {
  const t = useT();
  const { periodFrom, periodTo } = useProgramHeader();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const limits: NumberLimits = {
    accepts: (value) => Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last,
    refusal: (text) => t('program.yearRefused', { text }),
    format: String,
  };
  const isBackwards = periodFrom !== null && periodTo !== null && periodTo < periodFrom;
  return (
    <>
      <PlacedField field="periodFrom">
        <NumberField
          label={t('program.periodFrom')}
          size="sm"
          value={periodFrom}
          limits={limits}
          readOnly={!canWrite}
          onValueChange={(year) => run(patchHeader({ periodFrom: year }))}
        />
      </PlacedField>
      <PlacedField field="periodTo">
        <NumberField
          label={t('program.periodTo')}
          size="sm"
          value={periodTo}
          limits={limits}
          error={
            isBackwards
              ? t('program.periodBackwards', { from: periodFrom, to: periodTo })
              : undefined
          }
          readOnly={!canWrite}
          onValueChange={(year) => run(patchHeader({ periodTo: year }))}
        />
      </PlacedField>
    </>
  );
}

function HoursPerAarsverk() {
  const t = useT();
  const { hoursPerAarsverk } = useProgramHeader();
  const { canWrite } = useProgramSession();
  const run = useRun();
  return (
    <PlacedField field="hoursPerAarsverk">
      <NumberField
        label={t('program.hoursPerAarsverk')}
        size="sm"
        value={hoursPerAarsverk}
        limits={{
          accepts: (value) => value > 0,
          refusal: (text) => t('program.hoursRefused', { text }),
        }}
        readOnly={!canWrite}
        onValueChange={(hours) => {
          if (hours !== null) run(patchHeader({ hoursPerAarsverk: hours }));
        }}
      />
    </PlacedField>
  );
}

function Word() {
  const t = useT();
  const { gevinstWord } = useProgramHeader();
  const { canWrite } = useProgramSession();
  const run = useRun();
  return (
    <PlacedField field="gevinstWord">
      <Select<GevinstWord>
        label={t('program.gevinstWord')}
        size="sm"
        value={gevinstWord}
        disabled={!canWrite}
        options={GEVINST_WORDS.map((value) => ({ value, label: t(`program.word.${value}`) }))}
        onValueChange={(word) => run(patchHeader({ gevinstWord: word }))}
      />
    </PlacedField>
  );
}
