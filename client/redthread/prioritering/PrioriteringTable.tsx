/** The same ratings as in the matrix, to be chosen tiltak by tiltak. */
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { RATINGS, type Rating } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { useSession } from '../../sheet/session.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import type { NameOf } from '../names.ts';
import { refOf } from './chipDesk.ts';
import type { Ratings } from './places.ts';

interface PrioriteringTableProps {
  readonly tiltak: readonly Tiltak[];
  readonly nameOf: NameOf;
  readonly onRate: (tiltak: Tiltak, ratings: Partial<Ratings>) => void;
}

export function PrioriteringTable({ tiltak, nameOf, onRate }: PrioriteringTableProps) {
  const t = useT();
  return (
    <div className="prio-table">
      <Table
        caption={t('prio.table')}
        hideCaption
        head={
          <>
            <Th>{t('prio.tiltak')}</Th>
            <Th>{t('prio.gevinstpotensial')}</Th>
            <Th>{t('prio.gjennomforbarhet')}</Th>
          </>
        }
      >
        {tiltak.map((each, index) => (
          <Tr key={each.id}>
            <Td isRowHeader className="prio-table__name">
              <span className="prio-table__words">
                <span className="prio-chip__number">{index + 1}</span>
                <span>{nameOf(refOf(each))}</span>
              </span>
            </Td>
            {(['gevinstpotensial', 'gjennomforbarhet'] as const).map((field) => (
              <Td key={field} label={t(`prio.${field}`)} className="prio-table__rating">
                <RatingField
                  tiltak={each}
                  field={field}
                  name={nameOf(refOf(each))}
                  onRate={onRate}
                />
              </Td>
            ))}
          </Tr>
        ))}
      </Table>
    </div>
  );
}

interface RatingFieldProps {
  readonly tiltak: Tiltak;
  readonly field: keyof Ratings;
  readonly name: string;
  readonly onRate: PrioriteringTableProps['onRate'];
}

const NONE = '';

function RatingField({ tiltak, field, name, onRate }: RatingFieldProps) {
  const t = useT();
  const { canWrite } = useSession();
  const label = (rating: Rating) => {
    if (rating === 1) return t(`prio.least.${field}`);
    return rating === 5 ? t(`prio.most.${field}`) : String(rating);
  };
  return (
    <Placed place={{ section: 'tiltak', entityId: tiltak.id, field }}>
      <Select
        label={t('row.cell', { column: t(`prio.${field}`), row: name })}
        hideLabel
        size="sm"
        disabled={!canWrite}
        value={tiltak[field] === null ? NONE : String(tiltak[field])}
        options={[
          { value: NONE, label: t('prio.notSet') },
          ...RATINGS.map((rating) => ({ value: String(rating), label: label(rating) })),
        ]}
        onValueChange={(chosen) =>
          onRate(tiltak, {
            [field]: RATINGS.find((rating) => String(rating) === chosen) ?? null,
          })
        }
      />
    </Placed>
  );
}
