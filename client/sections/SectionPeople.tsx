/** Who of the others is in a section, wherever in it: by their initials beside its heading. */
import { useT } from '../i18n/i18n.ts';
import { Badge } from '../presence/Badge.tsx';
import { useParticipants } from '../presence/context.tsx';
import type { PlaceSection } from '../presence/participants.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** More are told by number. */
const SHOWN = 5;

export function SectionPeople({ section }: { readonly section: PlaceSection }) {
  const t = useT();
  const here = useParticipants().filter(
    ({ isSelf, isActive, place }) => !isSelf && isActive && place?.section === section,
  );
  if (here.length === 0) return null;
  return (
    <div className="section-people">
      <VisuallyHidden>
        {`${t('presence.alsoHere')} ${here.map(({ name }) => name).join(', ')}`}
      </VisuallyHidden>
      {here.slice(0, SHOWN).map((participant) => (
        <Badge key={participant.personId} participant={participant} />
      ))}
      {here.length > SHOWN && <span aria-hidden="true">{`+${here.length - SHOWN}`}</span>}
    </div>
  );
}
