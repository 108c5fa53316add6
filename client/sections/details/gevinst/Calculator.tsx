/** The calculator of a gevinst: which one, its factors with their units, and what comes out. */

import { formatNumber } from '../../../../shared/format/number.ts';
import { unitOfSlag } from '../../../../shared/gevinst/amounts.ts';
import {
  type CalculationResult,
  calculate,
  type FactorFault,
  unitOfCalculation,
} from '../../../../shared/gevinst/calculators.ts';
import { setCalculationKind, setFactor } from '../../../../shared/sheet/commands/gevinst.ts';
import type { Gevinst } from '../../../../shared/sheet/schema/entities.ts';
import {
  CALCULATION_FACTORS,
  CALCULATION_KINDS,
  type CalculationKind,
} from '../../../../shared/sheet/schema/vocabulary.ts';
import { type Translate, useT } from '../../../i18n/i18n.ts';
import { useRun, useSession } from '../../../sheet/session.tsx';
import { Alert } from '../../../ui/Alert.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Placed } from '../../Placed.tsx';
import { aarsverkText, amountText } from '../../tables/estimateText.ts';
import { DetailCell } from '../DetailCell.tsx';
import { usePlan } from '../planSettings.ts';
import { type AnyFactor, formulaWithNumbers, shownFactor, storedFactor } from './formula.ts';

interface CalculatorProps {
  readonly gevinst: Gevinst;
}

export function Calculator({ gevinst }: CalculatorProps) {
  const t = useT();
  const { calculation } = gevinst;
  const { kind } = calculation;
  const result = calculate(calculation);
  return (
    <>
      <KindChoice gevinst={gevinst} />
      {kind !== null && result !== undefined && (
        <>
          <div className="details__grid">
            {CALCULATION_FACTORS[kind].map((name) => (
              <FactorField key={name} gevinst={gevinst} name={name} fault={result.faults[name]} />
            ))}
          </div>
          <Result gevinst={gevinst} kind={kind} result={result} />
          <DetailCell
            address={{
              of: 'gevinster',
              id: gevinst.id,
              in: 'calculation',
              key: 'assumptions',
            }}
            place={{ section: 'tiltak', entityId: gevinst.id, field: 'assumptions' }}
            label={t('beregning.antakelser')}
            help={t('beregning.antakelserHjelp')}
            isMultiline
          />
        </>
      )}
    </>
  );
}

/** Those that count in the unit of the gevinst, and the one that is chosen, whatever it counts in. */
function kindsFor({ slag, calculation }: Gevinst): readonly CalculationKind[] {
  return CALCULATION_KINDS.filter(
    (kind) => unitOfCalculation(kind) === unitOfSlag(slag) || kind === calculation.kind,
  );
}

function KindChoice({ gevinst }: CalculatorProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const { kind } = gevinst.calculation;
  return (
    <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: 'calculation' }}>
      <Select<CalculationKind | ''>
        label={t('beregning.velg')}
        help={kind === null ? undefined : t(`beregning.formel.${kind}`)}
        value={kind ?? ''}
        disabled={!canWrite}
        options={[
          { value: '', label: t('beregning.ingen') },
          ...kindsFor(gevinst).map((value) => ({ value, label: t(`beregning.slag.${value}`) })),
        ]}
        onValueChange={(value) =>
          run(setCalculationKind(gevinst.id, value === '' ? undefined : value))
        }
      />
    </Placed>
  );
}

interface FactorFieldProps extends CalculatorProps {
  readonly name: AnyFactor;
  readonly fault: FactorFault | undefined;
}

function FactorField({ gevinst, name, fault }: FactorFieldProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const stored = gevinst.calculation.factors[name];
  return (
    <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: `factors/${name}` }}>
      <NumberField
        label={t(`beregning.faktor.${name}`)}
        value={stored === undefined ? null : shownFactor(name, stored)}
        error={fault && faultText(name, fault, t)}
        readOnly={!canWrite}
        onValueChange={(value) =>
          run(setFactor(gevinst.id, name, value === null ? undefined : storedFactor(name, value)))
        }
      />
    </Placed>
  );
}

function faultText(name: AnyFactor, fault: FactorFault, t: Translate): string {
  switch (fault) {
    case 'negative':
      return t('beregning.feil.negative');
    case 'shareOverOne':
      return t('beregning.feil.shareOverOne');
    case 'moreThanBefore':
      return name === 'nyPris' ? t('beregning.feil.hoyerePris') : t('beregning.feil.flereMinutter');
  }
}

interface ResultProps extends CalculatorProps {
  readonly kind: CalculationKind;
  readonly result: CalculationResult;
}

/** The numbers put together; said anew whenever somebody changes one. */
function Result({ gevinst, kind, result }: ResultProps) {
  const t = useT();
  const { hoursPerAarsverk, isFromProgram } = usePlan();
  const { unit, perYear, faults } = result;
  const hours = formatNumber(hoursPerAarsverk);
  return (
    <div className="calculation">
      <output className="calculation__result">
        {perYear === undefined ? (
          <span className="calculation__missing">
            {Object.keys(faults).length > 0 ? t('beregning.rett') : t('beregning.mangler')}
          </span>
        ) : (
          <>
            <span>{`${formulaWithNumbers(kind, gevinst.calculation.factors, t)} = `}</span>
            <strong>
              {t('beregning.iAaret', { amount: amountText(perYear, unit, t) })}
              {unit === 'timer' && ` ${aarsverkText(perYear, hoursPerAarsverk, t)}`}
            </strong>
          </>
        )}
      </output>
      {unit === 'timer' && (
        <p className="details__help">
          {isFromProgram
            ? t('beregning.aarsverkProgram', { hours })
            : t('beregning.aarsverkVanlig', { hours })}
        </p>
      )}
      {unit !== unitOfSlag(gevinst.slag) && (
        <Alert kind="warning">
          <p>{t('beregning.annenEnhet')}</p>
        </Alert>
      )}
    </div>
  );
}
