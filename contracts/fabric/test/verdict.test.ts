import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ResourcesContract } from '../src/resources-contract';
import { Verdict } from '../src/verdict';
import { admin, smirnova, Ward } from './ward';

const [INSULIN, ASPIRIN] = ['04600000000015', '04600000000022'];
const resources = new ResourcesContract();
let keys = 0;

const record = (ward: Ward, event: object): Promise<string> => ward.channel.submit((ctx) => resources.record(
    ctx, JSON.stringify({ time: '2026-11-01T09:00:00.25Z', ...event }), 'hospital-1', `key-${keys++}`));
const verify = async (ward: Ward, label: object, access: object = smirnova): Promise<Verdict> => JSON.parse(await ward.channel.evaluate(
    (ctx) => ward.ledger.verifyResource(ctx, JSON.stringify({ text: 'scanned', ...label }), JSON.stringify(access)))) as Verdict;
const status = async (ward: Ward, label: object): Promise<string> => {
    const { status: found, details } = await verify(ward, label);
    return found === 'unknown' ? `unknown ${details.reason}` : found;
};
const insulin = { gtin: INSULIN, serial: 'A1' };
const pass = (from: string, to: string): object => ({ type: 'transfer', ...insulin, from, to });

async function pharmacy(): Promise<Ward> {
    const ward = await Ward.open();
    const product = { type: 'product', maker: { ru: 'Завод', en: 'Works' }, category: 'medicine' };
    await record(ward, { ...product, gtin: INSULIN, name: { ru: 'Инсулин' }, serialized: true });
    await record(ward, { ...product, gtin: ASPIRIN, name: { ru: 'Аспирин' }, serialized: false });
    for (const [gtin, batch, expiry] of [[INSULIN, '2406A', '2029-12-31'], [ASPIRIN, 'OLD', '2026-11-20'], [ASPIRIN, 'TODAY', '2026-11-21'], [ASPIRIN, 'BAD', '2029-12-31']]) {
        await record(ward, { type: 'batch', gtin, batch, expiry });
    }
    await record(ward, { type: 'item', ...insulin, batch: '2406A', owner: 'supplier-1' });
    return ward;
}

test('a package is genuine and names its owners until it is used; then its code is spent', async () => {
    const ward = await pharmacy();
    await record(ward, pass('supplier-1', 'hospital-1'));
    assert.deepEqual(await verify(ward, insulin), {
        code: 'scanned',
        status: 'genuine',
        name: { ru: 'Инсулин' },
        details: {
            gtin: INSULIN, category: 'medicine', maker: 'Завод / Works', batch: '2406A', serial: 'A1', expiry: '2029-12-31',
            owners: 'supplier-1 → hospital-1',
        },
    });
    await record(ward, { type: 'use', ...insulin, by: 'hospital-1' });
    const used = await verify(ward, insulin);
    assert.deepEqual([used.status, used.details.usedBy, used.details.usedAt], ['already-used', 'hospital-1', '2026-11-01T09:00:00Z']);
});

test('a batch that is recalled is recalled also when it is used, others are not', async () => {
    const ward = await pharmacy();
    await record(ward, { type: 'use', ...insulin, by: 'supplier-1' });
    await record(ward, { type: 'recall', gtin: INSULIN, batch: '2406A', reason: { ru: 'Примеси', en: 'Foreign matter' } });
    const recalled = await verify(ward, insulin);
    assert.deepEqual([recalled.status, recalled.details.reason], ['recalled', 'Примеси / Foreign matter']);
    await record(ward, { type: 'recall', gtin: ASPIRIN, batch: 'BAD', reason: { ru: 'Примеси' } });
    assert.deepEqual([await status(ward, { gtin: ASPIRIN, batch: 'BAD' }), await status(ward, { gtin: ASPIRIN, batch: 'TODAY' })], ['recalled', 'genuine']);
    await record(ward, { type: 'recall', gtin: ASPIRIN, reason: { ru: 'Всё' } });
    assert.equal(await status(ward, { gtin: ASPIRIN, batch: 'TODAY' }), 'recalled');
});

test('a package may be used until its last day has passed', async () => {
    const ward = await pharmacy();
    assert.deepEqual([await status(ward, { gtin: ASPIRIN, batch: 'TODAY' }), await status(ward, { gtin: ASPIRIN, batch: 'OLD' })], ['genuine', 'expired']);
});

for (const [what, label, reason] of [
    ['no code', { fault: 'not-a-gs1-code' }, 'not-a-gs1-code'],
    ['a code without a product', { serial: 'A1' }, 'gtin-missing'],
    ['a product nobody registered', { gtin: '04600000000039' }, 'product-unknown'],
    ['a numbered product without its number', { gtin: INSULIN }, 'serial-missing'],
    ['a number nobody registered', { gtin: INSULIN, serial: 'A2' }, 'serial-unknown'],
    ['a package without its batch', { gtin: ASPIRIN }, 'batch-missing'],
    ['a batch nobody registered', { gtin: ASPIRIN, batch: 'X' }, 'batch-unknown'],
    ['a batch that is another package\'s', { ...insulin, batch: 'X' }, 'batch-mismatch'],
    ['an expiry that is another batch\'s', { ...insulin, expiry: '2031-01-01' }, 'expiry-mismatch'],
] as const) {
    test(`${what} is never genuine`, async () => {
        assert.equal(await status(await pharmacy(), label), `unknown ${reason}`);
    });
}

test('an admin asks about no packages', async () => {
    await assert.rejects(verify(await pharmacy(), insulin, admin), /role\.not-clinical/);
});
