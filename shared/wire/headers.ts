/** HTTP headers of our own. */

/**
 * In the answer to `GET /api/sheets/:id/state`: the role of whoever asked, so that the first screen
 * of a new link can be written in before the socket has said the same.
 */
export const ROLE_HEADER = 'a3-role';
