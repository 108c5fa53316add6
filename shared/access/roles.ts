/** Who may do what on a sheet. A capability link carries exactly one role. */

export const ROLES = ['les', 'rediger', 'fasilitator'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'sheet.read',
  'sheet.cursor',
  'sheet.write',
  'sheet.import',
  'keys.list',
  'keys.rotate',
  'utgave.freeze',
  'vedtak.record',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  les: ['sheet.read', 'sheet.cursor'],
  rediger: ['sheet.read', 'sheet.cursor', 'sheet.write', 'sheet.import'],
  fasilitator: PERMISSIONS,
};

/** Whether a role may do a thing. The server asks this for every message and every call. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}
