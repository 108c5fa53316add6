/**
 * The admin key that this tab has used: never stored, and kept while the tab is open, for whoever
 * creates one sheet often creates another.
 */
let remembered: string | undefined;

export function adminKey(): string | undefined {
  return remembered;
}

export function rememberAdminKey(key: string | undefined): void {
  remembered = key;
}
