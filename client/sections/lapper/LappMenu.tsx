/** Everything that can be done with one lapp, by keyboard, mouse and finger alike. */
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import { BECAME_TYPES } from '../../../shared/sheet/schema/vocabulary.ts';
import { capital } from '../../i18n/capital.ts';
import { useT } from '../../i18n/i18n.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useSectionLabels } from '../SectionFrame.tsx';
import { useSections } from '../SheetColumns.tsx';
import { LAPP_COLORS, lappColor, lappColorKey } from './colors.ts';
import type { LappActions } from './lappActions.ts';
import { nameOfLapp } from './lappWords.ts';

interface LappMenuProps {
  readonly lapp: Lapp;
  readonly number: number;
  readonly isLast: boolean;
  /** The number of its group, or undefined when it is in none. */
  readonly group: number | undefined;
  /** Whether it has become something that is there. */
  readonly hasBecome: boolean;
  readonly actions: LappActions;
}

export function LappMenu({ lapp, number, isLast, group, hasBecome, actions }: LappMenuProps) {
  const t = useT();
  const labelOf = useSectionLabels();
  const sections = useSections();
  const isShown = sections.some(({ key }) => key === lapp.section);
  return (
    <Menu
      label={t('row.actions', { what: nameOfLapp(lapp, number) })}
      icon="more"
      iconOnly
      size="sm"
      align="end"
      items={[
        {
          label: t('lapp.color'),
          items: LAPP_COLORS.map((color) => ({
            label: t(`lapp.color.${color}`),
            swatch: lappColor(color).paper,
            isChecked: lappColorKey(lapp.color) === color,
            onSelect: () => actions.color(lapp, color),
          })),
        },
        {
          label: t('lapp.toSection'),
          items: [
            ...sections.map(({ key }) => ({
              label: labelOf(key),
              isChecked: lapp.section === key,
              onSelect: () => {
                if (lapp.section !== key) actions.toSection(lapp, key, labelOf(key));
              },
            })),
            {
              label: t('lapp.nowhere'),
              isChecked: !isShown,
              onSelect: () => {
                if (isShown) actions.toSection(lapp, null, t('lapp.nowhere'));
              },
            },
          ],
        },
        {
          label: t('lapp.convert'),
          isDisabled: hasBecome || lapp.text.trim() === '',
          items: BECAME_TYPES.map((type) => ({
            label: capital(t(`lapp.kind.${type}`)),
            onSelect: () => actions.convert(lapp, type),
          })),
        },
        group === undefined
          ? {
              label: t('lapp.groupAbove'),
              isDisabled: number === 1,
              onSelect: () => actions.groupWithAbove(lapp),
            }
          : {
              label: t('lapp.ungroup', { number: group }),
              onSelect: () => actions.ungroup(lapp),
            },
        'separator',
        {
          label: t('row.moveUp'),
          icon: 'arrowUp',
          isDisabled: number === 1,
          onSelect: () => actions.step(lapp, -1),
        },
        {
          label: t('row.moveDown'),
          icon: 'arrowDown',
          isDisabled: isLast,
          onSelect: () => actions.step(lapp, 1),
        },
        'separator',
        {
          label: t('row.delete'),
          icon: 'trash',
          isDanger: true,
          onSelect: () => actions.remove(lapp),
        },
      ]}
    />
  );
}
