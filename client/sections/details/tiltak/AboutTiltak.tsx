/** What a tiltak is, whose, until when, how far it has come, and how large it is. */
import type { TextKey } from '../../../../shared/sheet/commands/entities.ts';
import { patchTiltak } from '../../../../shared/sheet/commands/tiltak.ts';
import type { Tiltak } from '../../../../shared/sheet/schema/entities.ts';
import {
  BESLUTNINGER,
  type Beslutning,
  RATINGS,
  TILTAK_SLAG,
  TILTAK_STATUS,
  type TiltakSlag,
  type TiltakStatus,
} from '../../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useRun, useSession } from '../../../sheet/session.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { isLate } from '../../late.ts';
import { Placed } from '../../Placed.tsx';
import { useToday } from '../../useToday.ts';
import { DetailCell } from '../DetailCell.tsx';
import { DetailPart } from '../DetailPart.tsx';

interface AboutProps {
  readonly tiltak: Tiltak;
}

export function AboutTiltak({ tiltak }: AboutProps) {
  const t = useT();
  const cell = (key: TextKey<'tiltak'>) =>
    ({
      address: { of: 'tiltak', id: tiltak.id, key },
      place: { section: 'tiltak', entityId: tiltak.id, field: key },
    }) as const;
  return (
    <DetailPart>
      <div className="details__grid">
        <div className="details__wide">
          <DetailCell {...cell('title')} label={t('tiltak.title')} />
        </div>
        <DetailCell {...cell('description')} label={t('detaljer.beskrivelse')} isMultiline />
        <div className="details__double">
          <DetailCell {...cell('ansvar')} label={t('tiltak.ansvar')} />
        </div>
        <Frist tiltak={tiltak} />
        <Choices tiltak={tiltak} />
        <RatingChoice tiltak={tiltak} of="gevinstpotensial" />
        <RatingChoice tiltak={tiltak} of="gjennomforbarhet" />
      </div>
    </DetailPart>
  );
}

function Frist({ tiltak }: AboutProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const today = useToday();
  return (
    <Placed place={{ section: 'tiltak', entityId: tiltak.id, field: 'frist' }}>
      <DateField
        label={t('tiltak.frist')}
        value={tiltak.frist}
        readOnly={!canWrite}
        onValueChange={(frist) => run(patchTiltak(tiltak.id, { frist }))}
      />
      {isLate(tiltak, today) && <Tag color="warning">{t('tiltak.late')}</Tag>}
    </Placed>
  );
}

function Choices({ tiltak }: AboutProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const place = { section: 'tiltak', entityId: tiltak.id } as const;
  return (
    <>
      <Placed place={{ ...place, field: 'slag' }}>
        <Select<TiltakSlag>
          label={t('tiltak.slag')}
          value={tiltak.slag}
          disabled={!canWrite}
          options={TILTAK_SLAG.map((value) => ({ value, label: t(`tiltak.slag.${value}`) }))}
          onValueChange={(slag) => run(patchTiltak(tiltak.id, { slag }))}
        />
      </Placed>
      <Placed place={{ ...place, field: 'status' }}>
        <Select<TiltakStatus>
          label={t('tiltak.status')}
          value={tiltak.status}
          disabled={!canWrite}
          options={TILTAK_STATUS.map((value) => ({ value, label: t(`tiltak.status.${value}`) }))}
          onValueChange={(status) => run(patchTiltak(tiltak.id, { status }))}
        />
      </Placed>
      <Placed place={{ ...place, field: 'beslutning' }}>
        <Select<Beslutning>
          label={t('tiltak.beslutning')}
          value={tiltak.beslutning}
          disabled={!canWrite}
          options={BESLUTNINGER.map((value) => ({
            value,
            label: t(`tiltak.beslutning.${value}`),
          }))}
          onValueChange={(beslutning) => run(patchTiltak(tiltak.id, { beslutning }))}
        />
      </Placed>
    </>
  );
}

interface RatingChoiceProps extends AboutProps {
  readonly of: 'gevinstpotensial' | 'gjennomforbarhet';
}

/** 1 to 5 as the group sees it, or nothing yet. */
function RatingChoice({ tiltak, of }: RatingChoiceProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const chosen = tiltak[of];
  return (
    <Placed place={{ section: 'tiltak', entityId: tiltak.id, field: of }}>
      <Select<string>
        label={t(`tiltak.${of}`)}
        value={chosen === null ? '' : String(chosen)}
        disabled={!canWrite}
        options={[
          { value: '', label: t('tiltak.ikkeVurdert') },
          ...RATINGS.map((rating) => ({
            value: String(rating),
            label: t(`tiltak.${of}.${rating}`),
          })),
        ]}
        onValueChange={(value) => {
          const rating = RATINGS.find((each) => String(each) === value) ?? null;
          run(patchTiltak(tiltak.id, { [of]: rating }));
        }}
      />
    </Placed>
  );
}
