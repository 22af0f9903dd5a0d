import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ResourcesContract } from '../src/resources-contract';
import { petrov, Receipt, smirnova, Ward } from './ward';

const GTIN = '04600000000015';
const resources = new ResourcesContract();
let keys = 0;

const record = async (ward: Ward, event: object, { key = `key-${keys++}`, hospital = 'hospital-1', msp = 'Org1MSP' } = {}): Promise<Receipt> =>
    JSON.parse(await ward.channel.submit((ctx) => resources.record(
        ctx, JSON.stringify({ time: '2026-11-01T09:00:00Z', ...event }), hospital, key), msp)) as Receipt;
const move = (movement: string, quantity: number, hospital = 'hospital-1'): object => ({ type: 'movement', hospital, gtin: GTIN, movement, quantity });
const product = { type: 'product', gtin: GTIN, name: { ru: 'Инсулин', en: 'Insulin' }, maker: { ru: 'Завод' }, category: 'medicine', serialized: true };
const request = {
    type: 'request', request: 'r1', hospital: 'hospital-1', gtin: GTIN, quantity: 50, priceCeiling: 12.5, currency: 'RUB', deadline: '2026-12-01T00:00:00Z',
};
const offer = (price: number, more: object = {}): object => ({ type: 'offer', request: 'r1', supplier: 's1', price, quantity: 50, deliveryDays: 7, ...more });
const stock = async (ward: Ward, hospital = ''): Promise<object[]> =>
    JSON.parse(await ward.channel.evaluate((ctx) => ward.ledger.stock(ctx, hospital, JSON.stringify(smirnova)))) as object[];
const chains = async (ward: Ward, kind: string, hospital = ''): Promise<string[][]> =>
    JSON.parse(await ward.channel.evaluate((ctx) => resources.chains(ctx, kind, hospital))) as string[][];

async function pharmacy(): Promise<Ward> {
    const ward = await Ward.open();
    await record(ward, product);
    return ward;
}

test('nothing is sent away that the minimum of 97 % of the norm needs, but a patient gets what there is', async () => {
    const ward = await pharmacy();
    await record(ward, { type: 'norm', hospital: 'hospital-1', gtin: GTIN, norm: 99 });
    await record(ward, move('received', 100));
    await record(ward, move('sent', 3));
    await assert.rejects(record(ward, move('sent', 1)), /refused\|stock\.minimum\|stock\.minimum\|The balance would fall to 96, below the minimum of 97 units/);
    await record(ward, move('dispensed', 90));
    await assert.rejects(record(ward, move('dispensed', 8)), /stock\.insufficient/);
    await assert.rejects(record(ward, move('received', 0)), /stock\.quantity/);
    assert.deepEqual(await stock(ward), [{ hospital: 'hospital-1', resource: product.name, available: 7, reserved: 0, minimum: 97 }]);
});

test('fractions of units add up exactly', async () => {
    const ward = await pharmacy();
    await record(ward, move('received', 0.1));
    await record(ward, move('received', 0.2));
    await record(ward, move('reserved', 0.3));
    await assert.rejects(record(ward, move('reserved', 0.000001)), /stock\.insufficient/);
    await assert.rejects(record(ward, move('received', 0.0000001)), /stock\.quantity/);
    await record(ward, move('dispensed', 0.3));
    assert.deepEqual((await stock(ward)).map((level) => Object.values(level).slice(2)), [[0, 0, 0]]);
});

test('movements of a product nobody registered are refused, and products that are none', async () => {
    const ward = await Ward.open();
    await assert.rejects(record(ward, move('received', 1)), /resource\.unknown/);
    await assert.rejects(record(ward, { ...product, gtin: '04600000000016' }), /resource\.gtin/);
    await assert.rejects(record(ward, { ...product, category: 'toy' }), /resource\.category/);
    await assert.rejects(record(ward, { type: 'unheard-of' }), /argument\.malformed/);
    await assert.rejects(record(ward, { ...product, gtin: undefined }), /identifier\.invalid/);
});

test('a stated stock stands until the hospital records what happens to it', async () => {
    const ward = await pharmacy();
    const stated = { hospital: 'hospital-1', resource: product.name, available: 5, reserved: 1, minimum: 2 };
    await ward.channel.submit((ctx) => ward.ledger.setStock(ctx, JSON.stringify(stated)));
    await record(ward, move('received', 4, 'hospital-2'), { hospital: 'hospital-2', msp: 'Org2MSP' });
    assert.deepEqual(await stock(ward, 'hospital-1'), [stated]);
    await record(ward, move('received', 9));
    assert.deepEqual((await stock(ward, 'hospital-1')).map((level) => Object.values(level)[2]), [9]);
    assert.equal((await stock(ward)).length, 2);
    assert.equal((await chains(ward, 'stock', 'hospital-2')).length, 1);
});

test('an organisation records for its own hospitals only', async () => {
    const ward = await pharmacy();
    await assert.rejects(record(ward, move('received', 1), { msp: 'Org2MSP' }), /hospital\.other-organisation/);
    await assert.rejects(record(ward, move('received', 1), { hospital: petrov.hospital, msp: 'Org2MSP' }), /hospital\.other-organisation/);
});

test('an event delivered again changes nothing, and its key stands for no other', async () => {
    const ward = await pharmacy();
    const first = await record(ward, move('received', 4), { key: 'k' });
    assert.deepEqual(await record(ward, move('received', 4), { key: 'k' }), { ...first, duplicate: true });
    await assert.rejects(record(ward, move('received', 5), { key: 'k' }), /idempotency\.conflict/);
    await assert.rejects(record(ward, move('received', 5), { key: ' ' }), /idempotency\.missing/);
    assert.equal((await chains(ward, 'stock'))[0]?.length, 1);
});

test('an offer keeps to the price ceiling, the quantity and the deadline', async () => {
    const ward = await pharmacy();
    await assert.rejects(record(ward, offer(12)), /procurement\.unknown/);
    await assert.rejects(record(ward, { ...request, deadline: '2026-11-01T09:00:00Z' }), /procurement\.closed/);
    await assert.rejects(record(ward, { ...request, priceCeiling: 0 }), /procurement\.quantity/);
    await record(ward, request);
    await assert.rejects(record(ward, request), /procurement\.exists/);
    await assert.rejects(record(ward, offer(12.51)), /procurement\.price-ceiling\|.*at most 12\.5 RUB/);
    await assert.rejects(record(ward, offer(0)), /procurement\.price-ceiling/);
    await assert.rejects(record(ward, offer(12, { quantity: 51 })), /procurement\.quantity/);
    await assert.rejects(record(ward, offer(12, { time: '2026-12-01T00:00:00Z' })), /procurement\.closed/);
    await record(ward, offer(12.5));
    assert.deepEqual((await chains(ward, 'procurement'))[0]?.map((text) => (JSON.parse(text) as { type: string }).type), ['request', 'offer']);
});

test('who takes a dearer offer says why, and only the one who asked takes any', async () => {
    const ward = await pharmacy();
    await record(ward, request);
    await record(ward, offer(12));
    await record(ward, offer(10, { supplier: 's2' }), { hospital: 'hospital-2', msp: 'Org2MSP' });
    const choice = (supplier: string, reason?: string): object => ({ type: 'choice', request: 'r1', supplier, reason });
    await assert.rejects(record(ward, choice('s9')), /procurement\.no-offer/);
    await assert.rejects(record(ward, choice('s1')), /procurement\.reason/);
    await assert.rejects(record(ward, choice('s2'), { hospital: 'hospital-2', msp: 'Org2MSP' }), /hospital\.other-organisation/);
    await record(ward, choice('s1', 'delivers sooner'));
    await assert.rejects(record(ward, choice('s2')), /procurement\.closed/);
    await assert.rejects(record(ward, offer(9)), /procurement\.closed/);
});

test('a package passes from owner to owner and is used once', async () => {
    const ward = await pharmacy();
    const pass = (from: string, to: string): object => ({ type: 'transfer', gtin: GTIN, serial: 'A1', from, to });
    const use = { type: 'use', gtin: GTIN, serial: 'A1', by: 'hospital-1' };
    await assert.rejects(record(ward, use), /resource\.unknown/);
    const item = { type: 'item', gtin: GTIN, serial: 'A1', owner: 's1' };
    await record(ward, item);
    await assert.rejects(record(ward, item), /resource\.exists/);
    await assert.rejects(record(ward, use), /resource\.owner/);
    await record(ward, pass('s1', 'hospital-1'));
    await assert.rejects(record(ward, pass('s1', 'hospital-2')), /resource\.owner/);
    await record(ward, use);
    await assert.rejects(record(ward, use), /resource\.used/);
});
