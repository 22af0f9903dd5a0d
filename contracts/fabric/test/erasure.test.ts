import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditContract } from '../src/audit-contract';
import { ErasureContract } from '../src/erasure-contract';
import { ImportingContract } from '../src/importing-contract';
import { admin, consent, Receipt, smirnova, visit, Ward } from './ward';

const far = (): number => Date.parse('2100-01-01T00:00:00Z');
const law = new ErasureContract(25, far);
const importing = new ImportingContract();

const erase = async (ward: Ward, { patient = 'patient-1', hospital = 'hospital-1', msp = 'Org1MSP', basis = 'retention-over', contract = law } = {}): Promise<Receipt> =>
    JSON.parse(await ward.channel.submit((ctx) => contract.erase(ctx, patient, hospital, basis), msp)) as Receipt;
const until = async (ward: Ward, contract = law): Promise<string> =>
    (JSON.parse(await ward.channel.evaluate((ctx) => contract.retention(ctx, 'patient-1'))) as { retainedUntil: string }).retainedUntil;
const document = { type: 'document', id: 'doc-1', patient: 'patient-1', hospital: 'hospital-1', date: '2026-11-01', commitment: 'c0ffee' };

test('the term begins with the newest fact, and a correction takes a fact back', async () => {
    const ward = await Ward.open();
    assert.equal(await until(ward), '2051-11-21');
    const { transaction } = await ward.append(visit('v1', '2028-02-29'));
    assert.equal(await until(ward), '2053-02-28');
    await ward.append(visit('v1', '2026-12-01'), { supersedes: transaction });
    assert.equal(await until(ward), '2051-12-01');
    await ward.append({ type: 'observation', id: 'o1', patient: 'patient-1', vital: 'pulse', time: '2027-01-01T08:00:00Z' });
    assert.equal(await until(ward), '2052-01-01');
    await ward.append({ ...document, date: 'soon' });
    assert.equal(await until(ward), '2052-01-01');
});

test('nothing is erased before the last day of the term is over', async () => {
    const ward = await Ward.open();
    ward.channel.time = '2051-11-20T23:59:59Z';
    await assert.rejects(erase(ward), /refused\|retention\.not-over\|law\.retention\|.*until 2051-11-21/);
    assert.equal((await ward.read('patient', { ...smirnova })).total, 1);
    ward.channel.time = '2051-11-21T00:00:00Z';
    assert.equal((await erase(ward)).duplicate, false);
});

test('a client that puts its clock forward is refused by the peers\' own', async () => {
    const ward = await Ward.open();
    ward.channel.time = '2060-01-01T00:00:00Z';
    const honest = new ErasureContract(25, () => Date.parse('2026-11-22T00:00:00Z'));
    await assert.rejects(erase(ward, { contract: honest }), /refused\|clock\.ahead\|law\.retention/);
});

test('nothing a hospital wrote about the patient stays in the state, and every door says so', async () => {
    const ward = await Ward.open();
    await ward.append(visit('v1', '2026-11-01'));
    const { transaction } = await ward.append(document);
    await ward.append({ ...document, title: 'second' }, { supersedes: transaction });
    await ward.append(consent('c1', true));
    const item = { body: JSON.stringify({ type: 'patient', id: 'p2', patient: 'patient-2', name: { ru: 'Другой' }, birthDate: '1990-01-01' }), key: 'p2', supersedes: '' };
    await ward.channel.submit((ctx) => importing.appendAll(
        ctx, JSON.stringify([item]), JSON.stringify([{ patient: 'patient-1', digests: ['digest-1'] }, { patient: 'patient-2', digests: ['digest-2'] }]), 'hospital-1'));
    await ward.decide('visit', smirnova);
    await ward.channel.submit((ctx) => ward.ledger.openEmergency(ctx, 'patient-1', 'unconscious', JSON.stringify({ ...smirnova, turn: 't1' })));

    ward.channel.time = '2060-01-01T00:00:00Z';
    await erase(ward);

    for (const trace of ['Королёв', '1960-02-03', 'кардио', 'cardiology', 'c0ffee', 'second', 'digest-1', '"c1"']) {
        assert.ok(!ward.channel.content.includes(trace), `${trace} stayed`);
    }
    assert.ok(ward.channel.content.includes('Другой') && ward.channel.content.includes('digest-2'));
    for (const kind of ['patient', 'visit', 'document', 'access', 'consent']) {
        assert.deepEqual(pick(await ward.decide(kind, smirnova)), [false, 'patient.erased', 'law.erased']);
        await assert.rejects(ward.read(kind), /refused\|patient\.erased\|law\.erased/);
    }
    const access = JSON.stringify(smirnova);
    const decided = JSON.parse(await ward.channel.submit((ctx) => ward.ledger.decideDocument(ctx, 'doc-1', access))) as Parameters<typeof pick>[0];
    assert.deepEqual(pick(decided), [false, 'patient.erased', 'law.erased']);
    await assert.rejects(ward.channel.evaluate((ctx) => ward.ledger.readDocument(ctx, 'doc-1', access)), /patient\.erased/);
    await assert.rejects(ward.channel.evaluate((ctx) => law.retention(ctx, 'patient-1')), /patient\.erased/);
    const emergency = JSON.parse(await ward.channel.submit((ctx) => ward.ledger.openEmergency(ctx, 'patient-1', 'reason', access))) as Parameters<typeof pick>[0];
    assert.deepEqual(pick(emergency), [false, 'patient.erased', 'law.erased']);
    const found = JSON.parse(await ward.channel.evaluate((ctx) => ward.ledger.findPatients(ctx, 'королёв', '', access))) as { total: number };
    assert.equal(found.total, 0);
});

test('nothing is written about an erased patient, not even the same again', async () => {
    const ward = await Ward.open();
    await ward.append(visit('v1', '2026-11-01'), { key: 'mis-7' });
    ward.channel.time = '2060-01-01T00:00:00Z';
    await erase(ward);
    await assert.rejects(ward.append(visit('v1', '2026-11-01'), { key: 'mis-7' }), /refused\|patient\.erased\|law\.erased/);
    await assert.rejects(ward.append({ type: 'patient', id: 'p1', patient: 'patient-1', name: { ru: 'Королёв' }, birthDate: '1960-02-03' }), /patient\.erased/);
    await assert.rejects(ward.channel.submit((ctx) => importing.appendAll(
        ctx, '[]', JSON.stringify([{ patient: 'patient-1', digests: ['d9'] }]), 'hospital-1')), /patient\.erased/);
});

test('who looked stays on record, for those who oversee it', async () => {
    const ward = await Ward.open();
    await ward.decide('visit', smirnova);
    ward.channel.time = '2060-01-01T00:00:00Z';
    await erase(ward);
    await ward.decide('visit', smirnova);
    const audit = new AuditContract();
    const rows = JSON.parse(await ward.channel.evaluate((ctx) => audit.accesses(ctx, JSON.stringify({ patient: 'patient-1' }), JSON.stringify(admin)))) as { body: string }[];
    assert.deepEqual(rows.map((row) => (JSON.parse(row.body) as { reason: string }).reason), ['law.erased', 'default.treating']);
});

test('twice is as good as once, also for another hospital', async () => {
    const ward = await Ward.open();
    ward.channel.time = '2060-01-01T00:00:00Z';
    const { transaction } = await erase(ward);
    assert.deepEqual(await erase(ward), { transaction, duplicate: true });
    assert.deepEqual(await erase(ward, { hospital: 'hospital-2', msp: 'Org2MSP' }), { transaction, duplicate: true });
    assert.deepEqual(JSON.parse(await ward.channel.evaluate((ctx) => law.tombstones(ctx))), [{ patient: 'patient-1', transaction }]);
    assert.deepEqual(ward.channel.events.at(-1), { name: 'PatientErased', payload: { patient: 'patient-1' } });
});

test('only the hospital\'s own organisation writes its tombstone, with a basis, of a patient there is', async () => {
    const ward = await Ward.open();
    ward.channel.time = '2060-01-01T00:00:00Z';
    await assert.rejects(erase(ward, { msp: 'Org2MSP' }), /hospital\.other-organisation/);
    await assert.rejects(erase(ward, { basis: ' ' }), /erasure\.basis/);
    await assert.rejects(erase(ward, { patient: 'patient-9' }), /patient\.unknown/);
    assert.equal((await ward.read('patient')).total, 1);
});

test('a hospital that wrote nothing about the patient erases nothing', async () => {
    const ward = await Ward.open();
    ward.channel.time = '2060-01-01T00:00:00Z';
    await assert.rejects(erase(ward, { hospital: 'hospital-2', msp: 'Org2MSP' }), /refused\|erasure\.hospital\|law\.erasure/);
    assert.equal((await ward.read('patient')).total, 1);
    await ward.append(visit('v1', '2026-11-01', 'hospital-2'), { hospital: 'hospital-2', msp: 'Org2MSP' });
    assert.equal((await erase(ward, { hospital: 'hospital-2', msp: 'Org2MSP' })).duplicate, false);
});

test('the term is what the organisation\'s operator set, a whole number of years', () => {
    for (const wrong of ['-1', '1.5', 'forever', '201']) {
        process.env.VOICEMED_RETENTION_YEARS = wrong;
        assert.throws(() => new ErasureContract(), /VOICEMED_RETENTION_YEARS must be a whole number/);
    }
    process.env.VOICEMED_RETENTION_YEARS = '0';
    assert.doesNotThrow(() => new ErasureContract());
    delete process.env.VOICEMED_RETENTION_YEARS;
});

function pick({ granted, code, rule }: { granted: boolean; code: string; rule: string }): unknown[] {
    return [granted, code, rule];
}
