/** Muligheter and risikoer: what may happen, what is done about it, and how likely and grave it is. */
import { formatNumber } from '../../../shared/format/number.ts';
import { patchEntity } from '../../../shared/program/commands/program.ts';
import type { Usikkerhet } from '../../../shared/program/schema/entities.ts';
import {
  SCALE,
  USIKKERHET_SLAG,
  type UsikkerhetSlag,
} from '../../../shared/program/schema/vocabulary.ts';
import { isScored, weightOf } from '../../../shared/program/usikkerhet.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { RowTools } from '../../sections/tables/RowTools.tsx';
import { useRun } from '../../sheet/documentSession.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramSession } from '../session.tsx';
import type { useUsikkerhetRows } from '../useProgramRows.ts';

type Rows = ReturnType<typeof useUsikkerhetRows>;

export function UsikkerhetTable({ rows }: { readonly rows: Rows }) {
  const t = useT();
  return (
    <Table caption={t('program.section.usikkerheter')} hideCaption head={<Head />}>
      {rows.rows.map((usikkerhet) => (
        <UsikkerhetRow key={usikkerhet.id} rows={rows} usikkerhet={usikkerhet} />
      ))}
    </Table>
  );
}

function Head() {
  const t = useT();
  const { canWrite } = useProgramSession();
  return (
    <>
      <Th>{t('program.usikkerheter.code')}</Th>
      <Th>{t('program.usikkerheter.description')}</Th>
      <Th>{t('program.usikkerheter.tiltak')}</Th>
      <Th>{t('program.ansvarlig')}</Th>
      <Th isNumeric>{t('program.usikkerheter.sannsynlighet')}</Th>
      <Th isNumeric>{t('program.usikkerheter.konsekvens')}</Th>
      <Th isNumeric>{t('program.usikkerheter.weight')}</Th>
      {canWrite && (
        <Th>
          <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
        </Th>
      )}
    </>
  );
}

interface UsikkerhetRowProps {
  readonly rows: Rows;
  readonly usikkerhet: Usikkerhet;
}

function UsikkerhetRow({ rows, usikkerhet }: UsikkerhetRowProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const { id } = usikkerhet;
  const label = (column: string) => t('row.cell', { column, row: rows.nameOf(usikkerhet) });
  const cell = (key: 'code' | 'description' | 'tiltak' | 'ansvarlig', heading: string) => (
    <ProgramCell
      address={{ of: 'usikkerheter', id, key }}
      place={{ section: 'usikkerheter', entityId: id, field: key }}
      label={label(heading)}
      isMultiline={key === 'description' || key === 'tiltak'}
    />
  );
  return (
    <Tr {...rows.reorder.rowProps(id)} data-row={id} className="entity-row">
      <Td isRowHeader className="cell-code">
        {cell('code', t('program.usikkerheter.code'))}
        <SlagField usikkerhet={usikkerhet} label={label(t('program.usikkerheter.slag'))} />
      </Td>
      <Td label={t('program.usikkerheter.description')} className="cell-words" data-write-first>
        {cell('description', t('program.usikkerheter.description'))}
      </Td>
      <Td label={t('program.usikkerheter.tiltak')} className="cell-words">
        {cell('tiltak', t('program.usikkerheter.tiltak'))}
      </Td>
      <Td label={t('program.ansvarlig')} className="cell-person">
        {cell('ansvarlig', t('program.ansvarlig'))}
      </Td>
      {(['sannsynlighet', 'konsekvens'] as const).map((of) => (
        <Td key={of} label={t(`program.usikkerheter.${of}`)} isNumeric className="cell-score">
          <ScoreField
            usikkerhet={usikkerhet}
            of={of}
            label={label(t(`program.usikkerheter.${of}`))}
          />
        </Td>
      ))}
      <Td label={t('program.usikkerheter.weight')} isNumeric className="cell-weight">
        <p className="usikkerhet__weight">
          {isScored(usikkerhet) ? formatNumber(weightOf(usikkerhet)) : '–'}
        </p>
      </Td>
      {canWrite && (
        <Td isActions>
          <RowTools rows={rows} row={usikkerhet} />
        </Td>
      )}
    </Tr>
  );
}

interface FieldProps {
  readonly usikkerhet: Usikkerhet;
  readonly label: string;
}

function SlagField({ usikkerhet: { id, slag }, label }: FieldProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  return (
    <Placed place={{ section: 'usikkerheter', entityId: id, field: 'slag' }}>
      <Select<UsikkerhetSlag>
        label={label}
        hideLabel
        size="sm"
        value={slag}
        disabled={!canWrite}
        options={USIKKERHET_SLAG.map((value) => ({ value, label: t(`program.slag.${value}`) }))}
        onValueChange={(chosen) => run(patchEntity('usikkerheter', id, { slag: chosen }))}
      />
    </Placed>
  );
}

interface ScoreFieldProps extends FieldProps {
  readonly of: 'sannsynlighet' | 'konsekvens';
}

/** From 1 to 5 with at most one decimal. What cannot be one stays in the field, with what to write. */
function ScoreField({ usikkerhet, of, label }: ScoreFieldProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  return (
    <Placed place={{ section: 'usikkerheter', entityId: usikkerhet.id, field: of }}>
      <NumberField
        label={label}
        hideLabel
        size="sm"
        value={usikkerhet[of]}
        limits={{ accepts: isScore, refusal: (text) => t('program.scoreRefused', { text }) }}
        readOnly={!canWrite}
        onValueChange={(score) => run(patchEntity('usikkerheter', usikkerhet.id, { [of]: score }))}
      />
    </Placed>
  );
}

function isScore(value: number): boolean {
  return value >= SCALE.min && value <= SCALE.max && Number(value.toFixed(1)) === value;
}
