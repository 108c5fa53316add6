import { describe, expect, test } from 'vitest';
import { isRole, may, PERMISSIONS, type Permission, ROLES } from './roles.ts';

const EXPECTED = {
  les: ['sheet.read', 'sheet.cursor', 'program.read'],
  rediger: [
    'sheet.read',
    'sheet.cursor',
    'sheet.write',
    'sheet.import',
    'program.read',
    'program.sheets',
  ],
  fasilitator: [
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
  ],
} as const satisfies Record<string, readonly Permission[]>;

describe('roles', () => {
  test.each(ROLES)('%s may do this and nothing else', (role) => {
    expect(PERMISSIONS.filter((permission) => may(role, permission))).toEqual(EXPECTED[role]);
  });

  test('a reader has a cursor and cannot write', () => {
    expect([may('les', 'sheet.cursor'), may('les', 'sheet.write')]).toEqual([true, false]);
  });

  test('each role may all that the one before it may', () => {
    for (const [index, role] of ROLES.entries()) {
      for (const lesser of ROLES.slice(0, index)) {
        expect(PERMISSIONS.filter((what) => may(lesser, what) && !may(role, what))).toEqual([]);
      }
    }
  });

  test.each(['les', 'rediger', 'fasilitator'])('%s is a role', (value) =>
    expect(isRole(value)).toBe(true),
  );

  test.each(['admin', 'Les', '', 'toString', '__proto__', null, undefined, 1, ['les']])(
    '%j is none',
    (value) => {
      expect(isRole(value)).toBe(false);
    },
  );
});
