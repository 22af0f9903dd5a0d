import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImportingContract } from '../src/importing-contract';
import { ids, Receipt, smirnova, visit, Ward } from './ward';

const importing = new ImportingContract();

const appendAll = async (ward: Ward, items: object[], claims: object[] = [], msp = 'Org1MSP', hospital = 'hospital-1'): Promise<Receipt[]> =>
    JSON.parse(await ward.channel.submit((ctx) => importing.appendAll(
        ctx, JSON.stringify(items.map((item) => ({ supersedes: '', ...item }))), JSON.stringify(claims), hospital), msp)) as Receipt[];
const claim = (ward: Ward, patient: string, digests: string[], msp?: string, hospital?: string): Promise<Receipt[]> =>
    appendAll(ward, [], [{ patient, digests }], msp, hospital);
const item = (record: object, key: string, supersedes = ''): object => ({ body: JSON.stringify(record), key, supersedes });
const named = async (ward: Ward, digests: string[]): Promise<string[]> =>
    JSON.parse(await ward.channel.evaluate((ctx) => importing.named(ctx, JSON.stringify(digests)))) as string[];

test('an identifier names the patient it was claimed for, in every hospital', async () => {
    const ward = await Ward.open();
    await claim(ward, 'patient-1', ['snils', 'policy']);
    await claim(ward, 'patient-1', ['policy', 'mis-2'], 'Org2MSP', 'hospital-2');
    assert.deepEqual(await named(ward, ['mis-2', 'snils', 'unheard-of']), ['patient-1']);
});

test('an identifier is never given to a second patient, nor any other of the same claim', async () => {
    const ward = await Ward.open();
    await claim(ward, 'patient-1', ['snils']);
    await assert.rejects(claim(ward, 'patient-2', ['passport', 'snils']), /refused\|conflict/);
    assert.deepEqual(await named(ward, ['passport']), []);
    await assert.rejects(claim(ward, 'patient-1', ['x'], 'Org2MSP', 'hospital-1'), /hospital\.other-organisation/);
});

test('a hospital finds what it delivered, and nobody else does', async () => {
    const ward = await Ward.open();
    const { transaction } = await ward.append(visit('v1', '2026-11-01'), { key: 'mis-7' });
    const ask = (hospital: string, key: string, msp = 'Org1MSP'): Promise<string> =>
        ward.channel.evaluate((ctx) => importing.delivered(ctx, hospital, key), msp);
    const found = JSON.parse(await ask('hospital-1', 'mis-7')) as { delivered: { transaction: string; body: string } };
    assert.deepEqual([found.delivered.transaction, JSON.parse(found.delivered.body)], [transaction, visit('v1', '2026-11-01')]);
    assert.equal(await ask('hospital-1', 'mis-8'), '{}');
    await assert.rejects(ask('hospital-1', 'mis-7', 'Org2MSP'), /hospital\.other-organisation/);
});

test('who a patient is, is the newest entry', async () => {
    const ward = await Ward.open();
    const ask = (patient: string): Promise<string> => ward.channel.evaluate((ctx) => importing.patient(ctx, patient, 'hospital-1'));
    assert.match(await ask('patient-1'), /Королёв/);
    assert.equal(await ask('patient-9'), '{}');
});

test('a transaction of several records is written whole, each an entry of its own', async () => {
    const ward = await Ward.open();
    const somebody = { type: 'patient', id: 'p2', patient: 'patient-2', name: { ru: 'Ильина Вера' }, birthDate: '1971-01-01', ward: 'hospital-1' };
    const receipts = await appendAll(ward, [
        item(somebody, 'k0'), item({ ...visit('v1', '2026-01-05'), patient: 'patient-2' }, 'k1'), item(visit('v2', '2026-02-05'), 'k2'), item(visit('v3', '2026-03-05'), 'k3'),
    ], [{ patient: 'patient-2', digests: ['snils'] }]);
    const [{ transaction }] = receipts as [Receipt];
    assert.deepEqual(receipts.map((one) => one.transaction), [0, 1, 2, 3].map((number) => `${transaction.split('.')[0]}.${number}`));
    const page = await ward.read('visit', smirnova);
    assert.deepEqual(ids(page), ['v3', 'v2']);
    assert.deepEqual(page.items.map((one) => one.transaction), [receipts[3]!.transaction, receipts[2]!.transaction]);
    assert.deepEqual(await named(ward, ['snils']), ['patient-2']);
});

test('a transaction of which one record is wrong writes nothing', async () => {
    const ward = await Ward.open();
    await assert.rejects(appendAll(ward, [item(visit('v1', '2026-01-05'), 'k1'), item({ ...visit('v2', '2026-01-05'), patient: 'nobody' }, 'k2')]), /patient\.unknown/);
    await assert.rejects(appendAll(ward, [item(visit('v1', '2026-01-05'), 'k1')], [{ patient: 'patient-1', digests: ['x'] }, { patient: 'patient-2', digests: ['x'] }]), /conflict/);
    assert.deepEqual([(await ward.read('visit')).total, await named(ward, ['x'])], [0, []]);
});

test('a transaction neither delivers one key twice nor corrects one entry twice', async () => {
    const ward = await Ward.open();
    const { transaction } = await ward.append(visit('v1', '2026-01-05'));
    await assert.rejects(appendAll(ward, [item(visit('v2', '2026-01-05'), 'k'), item(visit('v3', '2026-01-05'), 'k')]), /idempotency\.conflict/);
    await assert.rejects(
        appendAll(ward, [item(visit('v1', '2026-01-06'), 'k1', transaction), item(visit('v1', '2026-01-07'), 'k2', transaction)]), /supersedes\.stale/);
});

test('a transaction delivered again changes nothing', async () => {
    const ward = await Ward.open();
    const items = [item(visit('v1', '2026-01-05'), 'k1'), item(visit('v2', '2026-01-05'), 'k2')];
    const first = await appendAll(ward, items);
    assert.deepEqual(await appendAll(ward, items), first.map((one) => ({ ...one, duplicate: true })));
    assert.equal(ward.channel.events.filter((event) => event.name === 'RecordsAppended').length, 2, 'one for the patient, one for the two visits');
});
