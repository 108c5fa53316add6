/** What the panel of links says of each kind of document. */
import type { Role } from '../../shared/access/roles.ts';
import type { OpenConnection } from '../connection/documentConnection.ts';
import type { TextKey } from '../i18n/keys.ts';

interface ShareWords {
  readonly title: TextKey;
  readonly untitled: TextKey;
  /** What each link is for. */
  readonly purpose: Readonly<Record<Role, TextKey>>;
  /** Over the QR code on the whole screen. */
  readonly call: TextKey;
  readonly allows: Readonly<Record<Exclude<Role, 'fasilitator'>, TextKey>>;
}

/** A programme's stand among the late texts: its page comes with them. */
export const SHARE_WORDS = {
  ark: {
    title: 'share.title',
    untitled: 'sheet.untitled',
    purpose: {
      rediger: 'share.rediger.purpose',
      les: 'share.les.purpose',
      fasilitator: 'share.fasilitator.purpose',
    },
    call: 'share.big.call',
    allows: { rediger: 'share.big.rediger', les: 'share.big.les' },
  },
  program: {
    title: 'program.share.title',
    untitled: 'program.untitled',
    purpose: {
      rediger: 'program.share.rediger',
      les: 'program.share.les',
      fasilitator: 'share.fasilitator.purpose',
    },
    call: 'program.share.call',
    allows: { rediger: 'program.share.bigRediger', les: 'program.share.bigLes' },
  },
} as const satisfies Record<OpenConnection['page'], ShareWords>;
