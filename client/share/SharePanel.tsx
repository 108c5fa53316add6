/**
 * How others come to the document: its links, as text and as QR codes. The facilitator sees all three
 * and can renew them; everybody else sees the one they came by.
 */
import { useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import type { ApiFailure } from '../api/request.ts';
import type { OpenConnection } from '../connection/documentConnection.ts';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import '../ui/Field.css';
import { Spinner } from '../ui/Spinner.tsx';
import { BigQr, enterFullscreen } from './BigQr.tsx';
import { Downloads } from './Downloads.tsx';
import { LinkCard } from './LinkCard.tsx';
import './SharePanel.css';
import { SHARE_WORDS } from './shareWords.ts';
import { useDocumentKeys } from './useDocumentKeys.ts';

export interface SharePanelProps {
  readonly connection: OpenConnection;
  /** The document's title, shown over the big QR code. */
  readonly title: string;
  /** What the person may do, and the key that says so. */
  readonly role: Role;
  readonly accessKey: string;
  readonly onClose: () => void;
  /**
   * The facilitator renewed their own link: keep this key, connect with it, and give it back as
   * `accessKey`. The old one is dead already.
   */
  readonly onAccessKeyRenewed: (key: string) => void;
}

/** The order in which links are handed out. */
const ROLES_SHOWN = ['rediger', 'les', 'fasilitator'] as const satisfies readonly Role[];

interface BigCode {
  readonly role: Exclude<Role, 'fasilitator'>;
  readonly link: string;
}

export function SharePanel(props: SharePanelProps) {
  const { connection, title, role, accessKey, onClose } = props;
  const t = useT();
  const words = SHARE_WORDS[connection.page];
  const ownLink = connection.linkWith(accessKey);
  const [big, setBig] = useState<BigCode>();
  async function showBig(code: BigCode) {
    await enterFullscreen();
    setBig(code);
  }
  const onShowBig = (code: BigCode) => void showBig(code);
  return (
    <>
      <Dialog title={t(words.title)} width="lg" onClose={onClose}>
        {role === 'fasilitator' ? (
          <FacilitatorLinks {...props} onShowBig={onShowBig} />
        ) : (
          <div className="share">
            <p>{t('share.ownIntro')}</p>
            <LinkCard
              role={role}
              purpose={t(words.purpose[role])}
              link={ownLink}
              onShowBig={() => onShowBig({ role, link: ownLink })}
            />
          </div>
        )}
        {connection.page === 'ark' && (
          <Downloads path={connection.apiPath} title={title} accessKey={accessKey} />
        )}
      </Dialog>
      {big !== undefined && (
        <BigQr
          title={title || t(words.untitled)}
          role={big.role}
          call={t(words.call)}
          allows={t(words.allows[big.role])}
          link={big.link}
          onClose={() => setBig(undefined)}
        />
      )}
    </>
  );
}

interface FacilitatorLinksProps extends SharePanelProps {
  readonly onShowBig: (code: BigCode) => void;
}

function FacilitatorLinks({
  connection,
  accessKey,
  onAccessKeyRenewed,
  onShowBig,
}: FacilitatorLinksProps) {
  const t = useT();
  const { found, failure, retry, renew } = useDocumentKeys(
    connection.apiPath,
    accessKey,
    onAccessKeyRenewed,
  );
  const [asked, setAsked] = useState<Role>();
  if (found === undefined) return <NoLinks failure={failure} onRetry={retry} />;
  return (
    <div className="share">
      <p>{t('share.intro')}</p>
      {ROLES_SHOWN.map((role) => {
        const link = found.links[role];
        return (
          <LinkCard
            key={role}
            role={role}
            purpose={t(SHARE_WORDS[connection.page].purpose[role])}
            link={link}
            onRenew={() => setAsked(role)}
            {...(role !== 'fasilitator' && { onShowBig: () => onShowBig({ role, link }) })}
          />
        );
      })}
      {asked !== undefined && (
        <RenewDialog role={asked} renew={renew} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

interface NoLinksProps {
  readonly failure: ApiFailure | undefined;
  readonly onRetry: () => void;
}

/** While the links are fetched, and when they could not be. */
function NoLinks({ failure, onRetry }: NoLinksProps) {
  const t = useT();
  if (failure === undefined) return <Spinner label={t('share.loading')} />;
  return (
    <Alert
      kind="danger"
      isLive
      title={t('share.failed')}
      actions={
        <Button variant="secondary" size="sm" icon="refresh" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    >
      {failure.text}
    </Alert>
  );
}

interface RenewDialogProps {
  readonly role: Role;
  readonly renew: (role: Role) => Promise<ApiFailure | undefined>;
  readonly onClose: () => void;
}

function RenewDialog({ role, renew, onClose }: RenewDialogProps) {
  const t = useT();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure>();
  async function confirm() {
    setBusy(true);
    const found = await renew(role);
    setBusy(false);
    setFailure(found);
    if (found !== undefined) return;
    onClose();
    announce(t('share.renewed', { name: t(`share.${role}.name`) }));
  }
  return (
    <ConfirmDialog
      title={t('share.renewTitle', { name: t(`share.${role}.name`) })}
      confirmLabel={t('share.renew')}
      isBusy={isBusy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t(role === 'fasilitator' ? 'share.renewOwnText' : 'share.renewText')}</p>
      {failure !== undefined && (
        <Alert kind="danger" isLive>
          {failure.text}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
