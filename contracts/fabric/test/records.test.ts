import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ids, petrov, smirnova, visit, Ward } from './ward';

test('records come newest first, filtered and counted', async () => {
    const ward = await Ward.open();
    for (const [id, date] of [['v1', '2026-01-05'], ['v3', '2026-03-05'], ['v2', '2026-02-05']] as const) await ward.append(visit(id, date));
    assert.deepEqual(ids(await ward.read('visit')), ['v3', 'v2', 'v1']);
    assert.deepEqual(ids(await ward.read('visit', smirnova, { from: '2026-02-05', until: '2026-03-05' })), ['v2']);
    const limited = await ward.read('visit', smirnova, { count: 2 });
    assert.deepEqual([ids(limited), limited.total], [['v3', 'v2'], 3]);
    assert.deepEqual(ids(await ward.read('visit', smirnova, { members: { department: 'surgery' } })), []);
});

test('instants of different precision sort by time, not by text', async () => {
    const ward = await Ward.open();
    for (const [id, time] of [['o1', '2026-11-21T08:00:00Z'], ['o2', '2026-11-21T08:00:00.5Z']] as const) {
        await ward.append({ type: 'observation', id, patient: 'patient-1', vital: 'pulse', value: 70, unit: '/min', time });
    }
    assert.deepEqual(ids(await ward.read('observation')), ['o2', 'o1']);
});

test('the same delivery twice is recognised, another content under its key is a conflict', async () => {
    const ward = await Ward.open();
    const first = await ward.append(visit('v1', '2026-11-01'), { key: 'mis-7' });
    assert.deepEqual(await ward.append(visit('v1', '2026-11-01'), { key: 'mis-7' }), { transaction: first.transaction, duplicate: true });
    await assert.rejects(ward.append(visit('v1', '2026-11-02'), { key: 'mis-7' }), /idempotency\.conflict/);
    await assert.rejects(ward.append(visit('v1', '2026-11-02'), { key: ' ' }), /idempotency\.missing/);
    assert.equal((await ward.read('visit')).total, 1);
});

test('a correction replaces what it names, once', async () => {
    const ward = await Ward.open();
    const { transaction } = await ward.append(visit('v1', '2026-11-01'));
    await ward.append(visit('v1', '2026-11-02'), { supersedes: transaction });
    const page = await ward.read('visit');
    assert.deepEqual(page.items.map((item) => (JSON.parse(item.body) as { date: string }).date), ['2026-11-02']);
    await assert.rejects(ward.append(visit('v1', '2026-11-03'), { supersedes: transaction }), /supersedes\.stale/);
    await assert.rejects(ward.append(visit('v1', '2026-11-04'), { supersedes: 'f'.repeat(64) }), /supersedes\.unknown/);
});

test('a corrected patient is known by the newest entry', async () => {
    const ward = await Ward.open();
    const { transaction } = (await ward.read('patient')).items[0]!;
    await ward.append(
        { type: 'patient', id: 'p1', patient: 'patient-1', name: { ru: 'Королёв Пётр' }, birthDate: '1960-02-03', ward: 'hospital-2' },
        { supersedes: transaction });
    await assert.rejects(ward.read('visit'), /consent\.missing/);
});

test('a hospital is written for by its own organisation only', async () => {
    const ward = await Ward.open();
    await assert.rejects(ward.append(visit('v1', '2026-11-01'), { msp: 'Org2MSP' }), /hospital\.other-organisation/);
    await assert.rejects(ward.append(visit('v1', '2026-11-01'), { hospital: 'hospital-9' }), /hospital\.unknown/);
    await assert.rejects(ward.admit('hospital-1', 'Org2MSP'), /hospital\.other-organisation/);
});

for (const [what, record, code] of [
    ['an unknown kind', { type: 'access', id: 'a', patient: 'patient-1' }, 'record.not-writable'],
    ['no identifier', { type: 'visit', patient: 'patient-1' }, 'record.id'],
    ['a long identifier', { type: 'visit', id: 'v'.repeat(129), patient: 'patient-1' }, 'record.id'],
    ['no patient', { type: 'visit', id: 'v' }, 'identifier.invalid'],
    ['nobody as the patient', { type: 'visit', id: 'v', patient: '-' }, 'identifier.invalid'],
    ['an unknown patient', { type: 'visit', id: 'v', patient: 'patient-9' }, 'patient.unknown'],
] as const) {
    test(`append refuses ${what}`, async () => {
        const ward = await Ward.open();
        await assert.rejects(ward.append(record), new RegExp(code.replace('.', '\\.')));
    });
}

test('append refuses what is no JSON', async () => {
    const ward = await Ward.open();
    await assert.rejects(ward.channel.submit((ctx) => ward.ledger.append(ctx, '{', 'hospital-1', 'k', '')), /record\.malformed/);
    await assert.rejects(ward.channel.submit((ctx) => ward.ledger.append(ctx, 'null', 'hospital-1', 'k', '')), /record\.not-writable/);
});

test('a document is found by its own identifier and under its owner\'s rules', async () => {
    const ward = await Ward.open();
    await ward.append({ type: 'document', id: 'doc-1', patient: 'patient-1', hospital: 'hospital-1', date: '2026-11-01', commitment: 'ab' });
    const read = (id: string, access: object): Promise<string> => ward.channel.evaluate((ctx) => ward.ledger.readDocument(ctx, id, JSON.stringify(access)));
    assert.match(await read('doc-1', smirnova), /"commitment\\":\\"ab/);
    await assert.rejects(read('doc-1', petrov), /consent\.missing/);
    await assert.rejects(read('doc-9', smirnova), /document\.unknown/);
});

test('patients are found by the beginnings of their names in any order, without regard to case and ё', async () => {
    const ward = await Ward.open();
    const find = async (name: string, birthDate = '', access: object = smirnova): Promise<number> => (JSON.parse(await ward.channel.evaluate(
        (ctx) => ward.ledger.findPatients(ctx, name, birthDate, JSON.stringify(access)))) as { total: number }).total;
    assert.deepEqual(
        await Promise.all([find('петр королев'), find('КОРОЛЁВ'), find('иванов'), find('', '1960-02-03'), find('', '1960-02-04'), find(''), find('', '', petrov)]),
        [1, 1, 0, 1, 0, 1, 0]);
});

test('stock is stated by its hospital and asked by clinicians', async () => {
    const ward = await Ward.open();
    const level = JSON.stringify({ hospital: 'hospital-1', resource: { ru: 'Гепарин', en: 'Heparin' }, available: 5, reserved: 1, minimum: 2 });
    await ward.channel.submit((ctx) => ward.ledger.setStock(ctx, level));
    await assert.rejects(ward.channel.submit((ctx) => ward.ledger.setStock(ctx, level), 'Org2MSP'), /hospital\.other-organisation/);
    assert.equal(await ward.channel.evaluate((ctx) => ward.ledger.stock(ctx, '', JSON.stringify(smirnova))), `[${level}]`);
    assert.equal(await ward.channel.evaluate((ctx) => ward.ledger.stock(ctx, 'hospital-2', JSON.stringify(smirnova))), '[]');
});
