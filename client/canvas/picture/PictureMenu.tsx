/** «Eksporter bilde»: the page with its notes and drawings, saved as a file on the device. */
import { useState } from 'react';
import { useEditor } from 'tldraw';
import { saveFile } from '../../api/saveFile.ts';
import { useT } from '../../i18n/i18n.ts';
import { useHeader } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/toasts.ts';
import { pictureOfBoard } from './boardPicture.ts';
import { pngOf } from './png.ts';

const FORMATS = ['png', 'svg'] as const;
type Format = (typeof FORMATS)[number];

export function PictureMenu() {
  const t = useT();
  const editor = useEditor();
  const { title } = useHeader();
  const [isBusy, setBusy] = useState(false);
  async function save(format: Format) {
    setBusy(true);
    announce(t('canvas.picture.busy'));
    try {
      const name = title.trim() === '' ? t('sheet.untitled') : title;
      const picture = await pictureOfBoard(editor, name);
      const file =
        format === 'png'
          ? await pngOf(picture)
          : new Blob([picture.svg], { type: 'image/svg+xml' });
      saveFile(file, title, format);
      announce(t('canvas.picture.saved'));
    } catch {
      showToast({ kind: 'danger', text: t('canvas.picture.failed') });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Menu
      label={isBusy ? t('canvas.picture.busy') : t('canvas.picture')}
      icon="picture"
      iconOnly
      align="end"
      items={FORMATS.map((format) => ({
        label: t(`canvas.picture.${format}`),
        isDisabled: isBusy,
        onSelect: () => void save(format),
      }))}
    />
  );
}
