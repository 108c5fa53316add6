/** Shows the details that were asked for (`openDetails`). Their code is fetched the first time. */
import { useEffect } from 'react';
import { loadLateTexts } from '../i18n/i18n.ts';
import { latePage } from '../router/latePage.tsx';
import { closeDetails, useDetails } from '../sections/details/openDetails.ts';

const details = latePage(async () => {
  const [{ Details }] = await Promise.all([
    import('../sections/details/Details.tsx'),
    loadLateTexts(),
  ]);
  return Details;
}, null);

export function DetailsHost() {
  const target = useDetails((state) => state.target);
  // The next sheet opens without the details of this one.
  useEffect(() => closeDetails, []);
  return target === undefined ? null : <details.Page target={target} onClose={closeDetails} />;
}
