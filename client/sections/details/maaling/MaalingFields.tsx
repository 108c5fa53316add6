/** What a måling is: its ends, its unit, and how, when and by whom it is measured. */
import { type MaalingFault, maalingFaults } from '../../../../shared/maaling/faults.ts';
import { setEntityText } from '../../../../shared/sheet/commands/entities.ts';
import {
  linkMaalingToGevinst,
  type MeasurePoint,
  patchMaaling,
  setMeasureDate,
  setMeasureValue,
} from '../../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { FREQUENCIES, type Frequency } from '../../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../../sheet/session.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Placed } from '../../Placed.tsx';
import { LinkPicker } from '../../tables/LinkPicker.tsx';
import { directionWords } from './maalingWords.ts';
import { TextField } from './TextField.tsx';

interface FieldsProps {
  readonly maaling: Maaling;
}

export function MaalingFields({ maaling }: FieldsProps) {
  const t = useT();
  return (
    <>
      <section className="maaling-group" aria-label={t('maaling.group.what')}>
        <h3>{t('maaling.group.what')}</h3>
        <div className="maaling-grid">
          <TextField maaling={maaling} field="name" label={t('maaling.name')} />
          <UnitField maaling={maaling} />
          <PointFields maaling={maaling} point="start" />
          <PointFields maaling={maaling} point="target" />
        </div>
        <p className="maaling-quiet">{directionWords(t, maaling)}</p>
      </section>
      <section className="maaling-group" aria-label={t('maaling.group.how')}>
        <h3>{t('maaling.group.how')}</h3>
        <div className="maaling-grid">
          <TextField maaling={maaling} field="source" label={t('maaling.source')} isMultiline />
          <TextField maaling={maaling} field="method" label={t('maaling.method')} isMultiline />
          <FrequencyField maaling={maaling} />
          <TextField maaling={maaling} field="ansvarlig" label={t('maaling.ansvarlig')} />
        </div>
        <GevinstLinks maaling={maaling} />
      </section>
    </>
  );
}

const UNITS = ['kroner', 'timer', 'antall', 'prosent'] as const;

/** Free words, with the usual ones at hand. */
function UnitField({ maaling }: FieldsProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  return (
    <TextField maaling={maaling} field="unit" label={t('maaling.unit')}>
      {canWrite && (
        <div className="maaling-units" role="group" aria-label={t('maaling.unit.suggestions')}>
          {UNITS.map((key) => {
            const unit = t(`maaling.unit.${key}`);
            return (
              <Button
                key={key}
                variant="tertiary"
                size="sm"
                aria-pressed={maaling.unit.trim() === unit}
                onClick={() => run(setEntityText('maalinger', maaling.id, 'unit', unit))}
              >
                {unit}
              </Button>
            );
          })}
        </div>
      )}
    </TextField>
  );
}

interface PointProps extends FieldsProps {
  readonly point: MeasurePoint;
}

/** The value and the day of the nullpunkt or the ønsket verdi. */
function PointFields({ maaling, point }: PointProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const faults = maalingFaults(maaling);
  const help = (field: MaalingFault['field']) => {
    const found = faults.find((fault) => fault.field === field);
    return found && <span className="maaling-fault">{t(`maaling.fault.${found.fault}`)}</span>;
  };
  const { value, date } = maaling[point];
  const label = t(`maaling.${point}`);
  return (
    <Placed
      place={{ section: 'maaling', entityId: maaling.id, field: point }}
      className="maaling-point"
    >
      <div data-field={point} className="maaling-point__fields">
        <NumberField
          label={label}
          {...withHelp(point === 'target' && help('target.value'))}
          readOnly={!canWrite}
          value={value}
          onValueChange={(next) => run(setMeasureValue(maaling.id, point, next ?? undefined))}
        />
        <DateField
          label={t(`maaling.${point}Date`)}
          {...withHelp(point === 'target' && help('target.date'))}
          readOnly={!canWrite}
          value={date}
          onValueChange={(next) => run(setMeasureDate(maaling.id, point, next ?? undefined))}
        />
      </div>
    </Placed>
  );
}

function withHelp<Help>(help: Help | false | undefined): { readonly help?: Help } {
  return help === false || help === undefined ? {} : { help };
}

function FrequencyField({ maaling }: FieldsProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const options = FREQUENCIES.map((value) => ({ value, label: t(`maaling.frequency.${value}`) }));
  return (
    <Placed place={{ section: 'maaling', entityId: maaling.id, field: 'frequency' }}>
      <div data-field="frequency">
        <Select<Frequency | ''>
          label={t('maaling.frequency')}
          value={maaling.frequency ?? ''}
          disabled={!canWrite}
          options={[{ value: '', label: t('maaling.frequency.none') }, ...options]}
          onValueChange={(chosen) =>
            run(patchMaaling(maaling.id, { frequency: chosen === '' ? null : chosen }))
          }
        />
      </div>
    </Placed>
  );
}

/** Which gevinster this måling shows. */
function GevinstLinks({ maaling }: FieldsProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const gevinster = useCollection('gevinster');
  const options = gevinster.map(({ id, title }, index) => ({
    id,
    name: title.trim() === '' ? t('gevinst.nameless', { number: index + 1 }) : title,
  }));
  const linked = options.filter(({ id }) => maaling.gevinster.includes(id));
  return (
    <Placed place={{ section: 'maaling', entityId: maaling.id, field: 'gevinster' }}>
      <div data-field="gevinster" className="maaling-links">
        <span className="ds-label">{t('maaling.gevinster')}</span>
        {gevinster.length === 0 ? (
          <p className="maaling-quiet">{t('maaling.gevinster.none')}</p>
        ) : (
          <LinkPicker
            label={t('maaling.gevinster')}
            summary={
              linked.length === 0
                ? t('maaling.gevinster.unlinked')
                : linked.map(({ name }) => name).join(', ')
            }
            options={options}
            chosen={maaling.gevinster}
            readOnly={!canWrite}
            onChange={(id, isLinked) => run(linkMaalingToGevinst(maaling.id, id, isLinked))}
          />
        )}
      </div>
    </Placed>
  );
}
