/** English for the errors of `shared/errors/catalogue.ts`. */
import type { ErrorKey } from './keys.ts';

export const errorsEn = {
  'errors.sheet.unknown': 'There is no such sheet. Check that you have the whole link.',
  'errors.program.unknown': 'There is no such programme. Check that you have the whole link.',
  'errors.program.elsewhere':
    'The sheet already belongs to another programme. Take it out of that one first.',
  'errors.key.missing':
    'The link has no key. Ask the person who invited you to send the whole link.',
  'errors.key.wrong': 'The link does not open this sheet. Ask for a new link.',
  'errors.key.revoked': 'The link has been withdrawn. Ask the facilitator for a new one.',
  'errors.role.forbidden': 'Your link does not let you do this.',
  'errors.create.forbidden': 'Creating sheets on this server takes the administrator key.',
  'errors.body.invalid': 'The request is not valid.',
  'errors.body.tooLarge': 'The request is too large.',
  'errors.body.mediaType': 'The content must be sent as JSON.',
  'errors.import.invalid': 'The file could not be read as an A3 sheet. Nothing was added.',
  'errors.utgave.unknown': 'The sheet has no edition with this number.',
  'errors.utgave.exists':
    'The sheet already has an edition with this number, and it cannot be changed. Choose a new number.',
  'errors.vedtak.exists': 'Another decision is already recorded with this id. Nothing was changed.',
  'errors.dypdykk.exists':
    'The measure already has a deep dive. Ask the person who opened it for the link.',
  'errors.asset.unknown': 'There is no such picture on this sheet.',
  'errors.asset.tooLarge':
    'The picture is too large. A picture may be 10 MB and 64 megapixels at most.',
  'errors.asset.type':
    'The file is not a picture that can be used here. Use PNG, JPEG, GIF, WebP or AVIF.',
  'errors.asset.quota':
    'The sheet has no room for more pictures. Use smaller ones, or begin a new sheet.',
  'errors.asset.unsaved':
    'The server cannot save the picture right now. Try again in a little while.',
  'errors.format.unknown': 'There is no such export format.',
  'errors.route.unknown': 'There is no such address.',
  'errors.method.unknown': 'This address cannot be used in this way.',
  'errors.origin.forbidden': 'The page you came from is not allowed to open sheets on this server.',
  'errors.rate.limited': 'Too many requests in a short time. Wait a little and try again.',
  'errors.store.unavailable':
    'The server cannot save right now. What you have written is on this device.',
  'errors.sheet.unreadable':
    'The sheet cannot be opened right now. Nothing is deleted; tell your IT department.',
  'errors.server.stopping': 'The server is restarting. You will be connected again by itself.',
  'errors.sheet.busy': 'There are too many people on the sheet right now. Try again soon.',
  'errors.wire.malformed':
    'The browser sent something that the server does not understand. Reload the page.',
  'errors.wire.textFrame': 'The server takes binary messages only.',
  'errors.wire.tooLarge': 'The change is too large to send. Split it into smaller parts.',
  'errors.wire.readOnly':
    'Your link only lets you read. What you wrote was not saved on the server.',
  'errors.wire.gap': 'A change was missing the one before it. You are being connected again.',
  'errors.wire.idle': 'The connection was silent for too long. You are being connected again.',
  'errors.wire.slow': 'The connection is too slow right now. You are being connected again.',
  'errors.sheet.full': 'The sheet has reached its size limit.',
  'errors.internal': 'Something went wrong on the server. Nothing is deleted; try again.',
} as const satisfies Record<ErrorKey, string>;
