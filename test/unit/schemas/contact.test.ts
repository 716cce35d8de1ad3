import { describe, expect, it } from 'vitest';
import { CONTACT_ROLES, type Contact } from '../../../src/core/records.js';
import { contactSchema, readRecord } from '../../../src/schemas/index.js';

const LEAST: Contact = { id: 'c1', accountId: 'a1', role: 'user' };
const FULL: Required<Contact> = {
  ...LEAST,
  jobLevel: 'executive',
  language: 'fr',
  country: 'BE',
  optedOut: false,
  active: true,
};

function issuesOf(changes: object): unknown {
  const read = readRecord(contactSchema, { ...LEAST, ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}

describe('contactSchema', () => {
  it.each([LEAST, FULL, ...CONTACT_ROLES.map((role) => ({ ...LEAST, role }))])('accepts %j', (record) => {
    expect(readRecord(contactSchema, record)).toEqual({ success: true, record });
  });

  it.each<[object, string, string, string]>([
    [{ accountId: 7 }, 'accountId', 'wrong-type', 'must be text, received 7'],
    [{ optedOut: 'no' }, 'optedOut', 'wrong-type', 'must be true or false, received "no"'],
    [{ active: 1 }, 'active', 'wrong-type', 'must be true or false, received 1'],
    [{ jobLevel: '' }, 'jobLevel', 'too-small', 'must be text of at least 1 character, received ""'],
    [
      { language: 'français' },
      'language',
      'wrong-format',
      'must be a language tag such as "fr" or "pt-BR", received "français"',
    ],
    [
      { country: '' },
      'country',
      'wrong-format',
      'must be a country code of two capital letters such as "FR", received ""',
    ],
  ])('refuses %j at %s', (changes, path, code, message) => {
    expect(issuesOf(changes)).toEqual([[path, code, `${path} ${message}`]]);
  });

  it('refuses a contact without a role', () => {
    const listed = CONTACT_ROLES.map((role) => `"${role}"`).join(', ');
    expect(issuesOf({ role: undefined })).toEqual([
      ['role', 'missing', `role must be one of ${listed}, received nothing`],
    ]);
  });

  it('refuses unknown fields', () => {
    expect(issuesOf({ email: 'x@example.com' })).toEqual([
      ['', 'unknown-field', 'record must have known fields only, received "email"'],
    ]);
  });
});
