/** In a tiltak's details: the way to its dypdykk, and what stands there, read-only. */
import type { Dypdykk } from '../../shared/portfolio/sheetContext.ts';
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { browserStorage } from '../connection/environment.ts';
import { knownKeys } from '../connection/keyRing.ts';
import { useT } from '../i18n/i18n.ts';
import { Link } from '../router/Link.tsx';
import { DetailPart } from '../sections/details/DetailPart.tsx';
import { useSheetContext } from '../sections/surroundings.ts';
import { useOpenDypdykk } from '../sections/useOpenDypdykk.ts';
import { useSession } from '../sheet/session.tsx';
import { Button } from '../ui/Button.tsx';
import './dypdykk.css';
import { maalTexts, sumTexts, tiltakText } from './summary.ts';

export function DypdykkOfTiltak({ tiltak }: { readonly tiltak: Tiltak }) {
  const t = useT();
  const { canWrite } = useSession();
  const { open, isBusy } = useOpenDypdykk();
  const all = useSheetContext()?.dypdykk ?? [];
  const dypdykk = all.filter(({ tiltakId }) => tiltakId === tiltak.id);
  const hasNone = tiltak.dypdykkId === null && dypdykk.length === 0;
  if (hasNone && !canWrite) return null;
  return (
    <DetailPart heading={t('dypdykk.overskrift')}>
      {hasNone && (
        <>
          <p className="details__help">{t('dypdykk.hjelp')}</p>
          <Button variant="secondary" icon="sheet" busy={isBusy} onClick={() => void open(tiltak)}>
            {t('tiltak.dypdykk')}
          </Button>
        </>
      )}
      {!hasNone && dypdykk.length === 0 && <NotCounted sheetId={tiltak.dypdykkId} />}
      {dypdykk.map((each) => (
        <Summary key={each.sheetId} dypdykk={each} />
      ))}
    </DetailPart>
  );
}

/** Named by the tiltak, and not told of: it is new, or does not say that it digs into this one. */
function NotCounted({ sheetId }: { readonly sheetId: string | null }) {
  const t = useT();
  const id = sheetId as Dypdykk['sheetId'];
  const isKnown = sheetId !== null && knownKeys(browserStorage, id).length > 0;
  return (
    <>
      <p className="details__help">{t('dypdykk.ikkeTalt')}</p>
      {isKnown && <Link href={`/ark/${sheetId}`}>{t('tiltak.dypdykk')}</Link>}
    </>
  );
}

function Summary({ dypdykk: { sheetId, sums, content } }: { readonly dypdykk: Dypdykk }) {
  const t = useT();
  const isKnown = knownKeys(browserStorage, sheetId).length > 0;
  const lines = [
    ...sumTexts(sums, t),
    ...(content === null ? [] : maalTexts(content.gevinster, t)),
  ];
  return (
    <div className="dypdykk">
      {isKnown && (
        <p>
          <Link href={`/ark/${sheetId}`}>
            {t('dypdykk.navn', { title: content?.title || t('sheet.untitled') })}
          </Link>
        </p>
      )}
      <p>{tiltakText(sums.tiltak, content?.tiltak, t)}</p>
      <ul className="dypdykk__sums">
        {lines.length === 0 && <li>{t('dypdykk.ingenSummer')}</li>}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {content === null ? (
        <p className="details__help">{t('dypdykk.bareSummer')}</p>
      ) : (
        <ol className="dypdykk__tiltak" aria-label={t('dypdykk.tiltak')}>
          {content.tiltak.map(({ id, title, beslutning, status }) => (
            <li key={id}>
              {title || t('portefolje.utenNavn')}
              <span className="details__note">
                {`${t(`tiltak.beslutning.${beslutning}`)} · ${t(`tiltak.status.${status}`)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
