import { describe, expect, test } from 'vitest';
import { installedPackages, isAllowed, isPackageAllowed } from '../../scripts/licences.js';
import { billOfMaterials } from '../../scripts/sbom.js';

const SOME = new Set(['MIT', 'ISC']);

describe('a licence', () => {
  test.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['none', false],
    ['', false],
    ['MIT OR GPL-3.0-only', true],
    ['(GPL-3.0-only OR ISC)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT AND GPL-3.0-only) OR ISC', false],
    ['MIT WITH Classpath-exception-2.0', false],
  ])('%s is met with MIT and ISC: %s', (expression, expected) => {
    expect(isAllowed(expression, SOME)).toBe(expected);
  });
});

describe('what is installed', () => {
  test('has licences that are allowed, and is told apart by whether it is shipped', () => {
    const packages = installedPackages();
    expect(packages.filter((each) => !isPackageAllowed(each))).toEqual([]);
    const isShipped = (name: string) => packages.find((each) => each.name === name)?.isShipped;
    expect(['pg', 'express', 'zod'].map(isShipped)).toEqual([true, true, true]);
    expect(['vitest', 'typescript', 'peggy'].map(isShipped)).toEqual([false, false, false]);
    expect(isPackageAllowed({ name: 'x', version: '1', licence: 'MPL-2.0', isShipped: true })).toBe(false);
    expect(isPackageAllowed({ name: 'x', version: '1', licence: 'MPL-2.0', isShipped: false })).toBe(true);
    expect(isPackageAllowed({ name: '@vapi-ai/server-sdk', version: '1', licence: 'none', isShipped: true })).toBe(
      false,
    );
  });

  test('is in the bill of materials where it is shipped, and nothing else is', () => {
    const bill = billOfMaterials();
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'ringback' } } });
    expect(bill.components).toHaveLength(installedPackages().filter(({ isShipped }) => isShipped).length);
    const names = bill.components.map(({ name }) => name);
    expect(names).toContain('pg');
    expect(names).not.toContain('vitest');
    const refs = new Set(bill.components.map((component) => component['bom-ref']));
    for (const { dependsOn = [] } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });
});
