/** The links of one card, to be ticked: for where there is no room to point at two cards at once. */
import {
  type ChainMap,
  columnBeside,
  type NodeRef,
  type Side,
} from '../../../shared/redthread/chain.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { NameOf } from '../names.ts';
import { areLinked } from './kartWords.ts';
import { useToggleLink } from './useLinking.ts';

interface LinkDialogProps {
  readonly source: NodeRef;
  readonly map: ChainMap;
  readonly nameOf: NameOf;
  readonly onClose: () => void;
}

export function LinkDialog({ source, map, nameOf, onClose }: LinkDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('kart.link', { name: nameOf(source) })}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('kart.linkingDone')}</Button>}
    >
      <div className="kart-ticks">
        <Ticks side="before" {...{ source, map, nameOf }} />
        <Ticks side="after" {...{ source, map, nameOf }} />
      </div>
    </Dialog>
  );
}

interface TicksProps extends Omit<LinkDialogProps, 'onClose'> {
  readonly side: Side;
}

/** The cards of the column beside, those that are linked ticked. */
function Ticks({ source, map, nameOf, side }: TicksProps) {
  const t = useT();
  const toggle = useToggleLink(map, nameOf);
  const column = columnBeside(source.of, side);
  if (column === undefined) return null;
  const nodes = map.columns[column];
  return (
    <fieldset className="kart-ticks__column">
      <legend>{t(`kart.${column}`)}</legend>
      {nodes.length === 0 && <p className="kart-column__empty">{t(`kart.none.${column}`)}</p>}
      {nodes.map((node) => (
        <Checkbox
          key={node.id}
          label={nameOf(node)}
          isChecked={areLinked(map, source, node)}
          onCheckedChange={() => toggle(source, node)}
        />
      ))}
    </fieldset>
  );
}
