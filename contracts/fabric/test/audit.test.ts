import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditContract } from '../src/audit-contract';
import { Answer, admin, Page, petrov, smirnova, Ward } from './ward';

const reasonOf = (page: Page): string[] => page.items.map((item) => (JSON.parse(item.body) as { reason: string }).reason);

test('a granted and a refused access both leave an entry', async () => {
    const ward = await Ward.open();
    assert.equal((await ward.decide('visit', smirnova)).granted, true);
    assert.deepEqual((await ward.decide('visit', petrov)).code, 'consent.missing');
    assert.deepEqual(reasonOf(await ward.read('access', admin)).sort(), ['default.deny', 'default.treating']);
});

test('the entry says who, what, why and with how much trust', async () => {
    const ward = await Ward.open();
    await ward.decide('visit', { ...smirnova, trust: 3.14159, turn: 't1', terminal: 'bed-3-2' }, 'getHospitalVisits');
    const { id, ...entry } = JSON.parse((await ward.read('access', admin)).items[0]!.body) as { id: string };
    assert.match(id, /^access-[0-9a-f]{16}$/);
    assert.deepEqual(entry, {
        type: 'access', patient: 'patient-1', time: '2026-11-21T08:00:00Z', doctor: 'smirnova', doctorName: { ru: 'smirnova' }, role: 'doctor',
        operation: 'getHospitalVisits', purpose: 'TREAT', granted: true, reason: 'default.treating', trust: 3.142, turn: 't1', terminal: 'bed-3-2',
    });
});

test('the same turn asking the same leaves one entry', async () => {
    const ward = await Ward.open();
    const first = await ward.decide('visit', { ...smirnova, turn: 't1' });
    const second = await ward.decide('visit', { ...smirnova, turn: 't1' });
    assert.deepEqual([second.audit.id, second.audit.duplicate], [first.audit.id, true]);
    await ward.decide('visit', { ...smirnova, turn: 't2' });
    assert.equal((await ward.read('access', admin)).total, 2);
});

test('asking about a patient nobody knows is an entry about nobody', async () => {
    const ward = await Ward.open();
    const answer = JSON.parse(await ward.channel.submit(
        (ctx) => ward.ledger.decide(ctx, 'getIt', 'patient-9', 'visit', '{}', JSON.stringify(smirnova)))) as Answer;
    assert.deepEqual([answer.granted, answer.code], [false, 'patient.unknown']);
    assert.equal((await ward.read('access', admin)).total, 0);
});

test('a turn that was refused before the ledger leaves its entry too', async () => {
    const ward = await Ward.open();
    await ward.channel.submit((ctx) => ward.ledger.recordTurn(
        ctx, 'patient-1', 'getHospitalVisits', 'false', 'voice.unverified', JSON.stringify({ role: 'doctor', purpose: 'TREAT' })));
    assert.deepEqual(reasonOf(await ward.read('access', admin)), ['voice.unverified']);
});

test('an emergency opens for half an hour, to its doctor, on its patient, with notice', async () => {
    const ward = await Ward.open();
    const opened = await open(ward, petrov, 'остановка сердца');
    assert.equal(opened.emergency?.until, '2026-11-21T08:30:00Z');
    assert.equal((await ward.read('visit', petrov)).rule, 'law.emergency');
    assert.ok(ward.channel.events.some((event) => event.name === 'EmergencyOpened'));
    ward.channel.time = '2026-11-21T08:30:00Z';
    await assert.rejects(ward.read('visit', petrov), /consent\.missing/);
});

for (const [what, access, reason, code] of [
    ['without a reason', petrov, ' ', 'emergency.no-reason'],
    ['to nobody', { role: 'doctor', purpose: 'ETREAT' }, 'stroke', 'account.unknown'],
    ['to an admin', admin, 'stroke', 'role.not-clinical'],
] as const) {
    test(`no emergency opens ${what}, and the attempt is an entry`, async () => {
        const ward = await Ward.open();
        assert.equal((await open(ward, access, reason)).code, code);
        assert.equal((await ward.read('access', admin)).total, 1);
    });
}

test('an emergency is reviewed once, by an admin who did not open it', async () => {
    const ward = await Ward.open();
    const { emergency } = await open(ward, petrov, 'stroke');
    const review = async (id: string, access: object): Promise<Answer> => JSON.parse(await ward.channel.submit(
        (ctx) => ward.ledger.reviewEmergency(ctx, id, 'true', JSON.stringify(access)))) as Answer;
    const list = async (unreviewed: string): Promise<unknown[]> => JSON.parse(await ward.channel.evaluate(
        (ctx) => ward.ledger.emergencies(ctx, unreviewed, JSON.stringify(admin)))) as unknown[];
    assert.equal((await list('true')).length, 1);
    assert.equal((await review(emergency!.id, petrov)).code, 'role.not-admin');
    assert.equal((await review(emergency!.id, { ...petrov, role: 'admin' })).code, 'emergency.own');
    assert.equal((await review('emergency-9', admin)).code, 'emergency.unknown');
    assert.equal((await review(emergency!.id, admin)).granted, true);
    assert.equal((await review(emergency!.id, admin)).code, 'emergency.reviewed');
    assert.deepEqual([(await list('true')).length, (await list('false')).length], [0, 1]);
});

async function open(ward: Ward, access: object, reason: string): Promise<Answer> {
    return JSON.parse(await ward.channel.submit(
        (ctx) => ward.ledger.openEmergency(ctx, 'patient-1', reason, JSON.stringify(access)))) as Answer;
}

test('an overseer sees all accesses, of all patients and of nobody, newest first', async () => {
    const ward = await Ward.open();
    await ward.decide('visit', smirnova);
    ward.channel.time = '2026-11-21T09:00:00Z';
    await ward.decide('visit', petrov);
    ward.channel.time = '2026-11-21T10:00:00Z';
    await ward.channel.submit((ctx) => ward.ledger.recordTurn(ctx, '', 'visits.list', 'false', 'voice.unverified', JSON.stringify({ role: 'doctor', purpose: 'TREAT' })));
    assert.deepEqual(await accesses(ward, {}), ['voice.unverified', 'default.deny', 'default.treating']);
    assert.deepEqual(await accesses(ward, { refused: true }), ['voice.unverified', 'default.deny']);
    assert.deepEqual(await accesses(ward, { doctor: 'petrov' }), ['default.deny']);
    assert.deepEqual(await accesses(ward, { patient: 'patient-1', count: 1 }), ['default.deny']);
});

test('a doctor sees what he did himself and no more of the audit', async () => {
    const ward = await Ward.open();
    await ward.decide('visit', smirnova);
    assert.deepEqual(await accesses(ward, { doctor: 'smirnova' }, smirnova), ['default.treating']);
    await assert.rejects(accesses(ward, { doctor: 'petrov' }, smirnova), /role\.not-admin/);
    await assert.rejects(accesses(ward, {}, smirnova), /role\.not-admin/);
});

test('an account\'s own organisation sees all it did, also after it was revoked', async () => {
    const ward = await Ward.open();
    await ward.decide('visit', smirnova);
    await ward.account('smirnova', 'hospital-1', 'Org1MSP', 'revoked');
    const of = async (doctor: string, msp = 'Org1MSP'): Promise<unknown[]> =>
        JSON.parse(await ward.channel.evaluate((ctx) => new AuditContract().of(ctx, doctor), msp)) as unknown[];
    assert.equal((await of('smirnova')).length, 1);
    assert.deepEqual(await of('nobody'), []);
    await assert.rejects(of('smirnova', 'Org2MSP'), /hospital\.other-organisation/);
});

const accesses = async (ward: Ward, selection: object, access: object = admin): Promise<string[]> =>
    (JSON.parse(await ward.channel.evaluate((ctx) => new AuditContract().accesses(ctx, JSON.stringify(selection), JSON.stringify(access)))) as { body: string }[])
        .map((row) => (JSON.parse(row.body) as { reason: string }).reason);
