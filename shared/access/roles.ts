/**
 * Who may do what on a sheet or a programme. A capability link carries exactly one role. Whoever may
 * write in a programme may also put sheets in it; what a programme's link never does is open them.
 */

export const ROLES = ['les', 'rediger', 'fasilitator'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'sheet.read',
  'sheet.cursor',
  'sheet.write',
  'sheet.import',
  'sheet.program',
  'keys.list',
  'keys.rotate',
  'utgave.freeze',
  'vedtak.record',
  'program.read',
  'program.sheets',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  les: ['sheet.read', 'sheet.cursor', 'program.read'],
  rediger: [
    'sheet.read',
    'sheet.cursor',
    'sheet.write',
    'sheet.import',
    'program.read',
    'program.sheets',
  ],
  fasilitator: PERMISSIONS,
};

/** Whether a role may do a thing. The server asks this for every message and every call. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}
