/** Says whose view this is while somebody is followed, and ends it. */
import { useT } from '../../i18n/i18n.ts';
import { useParticipants } from '../../presence/context.tsx';
import { follow, useFollowing } from '../../presence/following.ts';
import { Button } from '../../ui/Button.tsx';

export function FollowedBanner() {
  const t = useT();
  const personId = useFollowing((following) => following.personId);
  const followed = useParticipants().find((participant) => participant.personId === personId);
  if (followed === undefined) return null;
  return (
    <div className="followed" style={{ borderColor: followed.color }} role="status">
      {t('canvas.following', { name: followed.name })}
      <Button variant="secondary" size="sm" onClick={() => follow(undefined)}>
        {t('canvas.stopFollowing')}
      </Button>
    </div>
  );
}
