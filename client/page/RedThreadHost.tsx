/** Shows the panel of the rød tråd and the kart over the sheet. Their code is fetched when asked for. */
import { useEffect } from 'react';
import { loadLateTexts } from '../i18n/i18n.ts';
import { useKart } from '../redthread/kart.ts';
import { closeRedThread, useRedThread } from '../redthread/state.ts';
import { latePage } from '../router/latePage.tsx';

const panel = latePage(async () => {
  const [{ RedThreadPanel }] = await Promise.all([
    import('../redthread/panel/RedThreadPanel.tsx'),
    loadLateTexts(),
  ]);
  return RedThreadPanel;
}, null);

const frame = latePage(async () => {
  const [{ KartFrame }] = await Promise.all([
    import('../redthread/kart/KartFrame.tsx'),
    loadLateTexts(),
  ]);
  return KartFrame;
}, null);

export function RedThreadHost() {
  const isOpen = useRedThread((state) => state.isPanelOpen);
  useEffect(() => closeRedThread, []);
  return isOpen ? <panel.Page /> : null;
}

export function KartHost() {
  const kart = useKart();
  return kart === undefined ? null : <frame.Page kart={kart} />;
}
