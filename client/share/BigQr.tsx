/**
 * A link's QR code on the whole screen, for a hall: the document's title, what to do, and a code that
 * can be scanned from the back row.
 */
import { useEffect } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { QrCode } from './QrCode.tsx';

interface BigQrProps {
  /** The document's. */
  readonly title: string;
  /** Asks people to join. */
  readonly call: string;
  /** Says what the link lets them do. */
  readonly allows: string;
  readonly link: string;
  readonly role: Exclude<Role, 'fasilitator'>;
  readonly onClose: () => void;
}

/** Fills the screen, where the browser lets us, before the dialog that is to lie on top of it. */
export async function enterFullscreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // A phone, an embedded page: the dialog fills the window instead.
  }
}

export function BigQr({ title, call, allows, link, role, onClose }: BigQrProps) {
  const t = useT();
  useEffect(() => {
    // Escape leaves the full screen first; one press is to be enough.
    const closeWhenLeft = () => document.fullscreenElement === null && onClose();
    document.addEventListener('fullscreenchange', closeWhenLeft);
    return () => document.removeEventListener('fullscreenchange', closeWhenLeft);
  }, [onClose]);
  useEffect(() => {
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  return (
    <Dialog title={title} width="full" onClose={onClose}>
      <div className="big-qr">
        <QrCode link={link} label={t('share.qrOf', { name: t(`share.${role}.name`) })} />
        <div className="big-qr__text">
          <p className="big-qr__call">{call}</p>
          <ol className="big-qr__steps">
            <li>{t('share.big.camera')}</li>
            <li>{t('share.big.point')}</li>
            <li>{t('share.big.tap')}</li>
          </ol>
          <p>{allows}</p>
        </div>
      </div>
    </Dialog>
  );
}
