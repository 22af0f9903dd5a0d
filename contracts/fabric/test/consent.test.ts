import assert from 'node:assert/strict';
import { test } from 'node:test';
import { admin, consent, ids, petrov, smirnova, visit, Ward } from './ward';

test('the treating hospital reads, another one does not', async () => {
    const ward = await Ward.open();
    await ward.append(visit('v1', '2026-11-01'));
    assert.equal((await ward.read('visit')).rule, 'default.treating');
    await assertRefused(ward, 'visit', petrov);
});

test('a hospital reads what it wrote itself, and is told that there is more', async () => {
    const ward = await Ward.open();
    await ward.append(visit('v1', '2026-11-01'));
    await ward.append(visit('v2', '2026-11-02', 'hospital-2'), { hospital: 'hospital-2', msp: 'Org2MSP' });
    const page = await ward.read('visit', petrov);
    assert.deepEqual(ids(page), ['v2']);
    assert.deepEqual([page.rule, page.withheld, page.withheldRule], ['default.own-hospital', 1, 'default.deny']);
});

test('a visit that includes today makes its hospital a treating one', async () => {
    const ward = await Ward.open();
    await ward.append({ ...visit('v1', '2026-11-20', 'hospital-2'), endDate: '2026-11-22' }, { hospital: 'hospital-2', msp: 'Org2MSP' });
    assert.equal((await ward.read('diagnosis', petrov)).rule, 'default.treating');
    ward.channel.time = '2026-11-23T00:00:00Z';
    await assertRefused(ward, 'diagnosis', petrov);
});

test('a consent permits from its first instant and before its last', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', true, { validFrom: '2026-11-21T08:00:00Z', validUntil: '2026-11-21T09:00:00Z' }));
    assert.equal((await ward.read('visit', petrov)).rule, 'consent.permit:c1');
    ward.channel.time = '2026-11-21T09:00:00Z';
    await assertRefused(ward, 'visit', petrov);
    ward.channel.time = '2026-11-21T07:59:59Z';
    await assertRefused(ward, 'visit', petrov);
});

test('a refusal outranks a permission, whatever their order', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', true));
    await ward.append(consent('c2', false));
    await assert.rejects(ward.read('visit', petrov), /refused\|consent\.deny\|consent\.deny:c2\|/);
});

test('the patient may forbid even the treating hospital', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', false, { granteeKind: 'anyone', grantee: '*', kinds: ['diagnosis'] }));
    await assert.rejects(ward.read('diagnosis'), /consent\.deny/);
    assert.equal((await ward.read('visit')).rule, 'default.treating');
});

test('a revoked consent holds no longer', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', true));
    await ward.append(consent('c2', false, { revokes: 'c1', validFrom: '2026-11-21T07:00:00Z' }));
    await assertRefused(ward, 'visit', petrov);
});

test('a consent covers only its kinds and its purpose', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', true, { kinds: ['visit'], purpose: 'TREAT' }));
    assert.equal((await ward.read('visit', petrov)).rule, 'consent.permit:c1');
    await assertRefused(ward, 'lab', petrov);
    await assert.rejects(ward.read('visit', { ...petrov, purpose: 'HOPERAT' }), /consent\.missing/);
});

for (const [what, access, code] of [
    ['an unknown account', { ...smirnova, doctor: 'nobody' }, 'account.unknown'],
    ['nobody recognised', { role: 'doctor', hospital: 'hospital-1', purpose: 'TREAT' }, 'account.unknown'],
    ['an account of another hospital', { ...smirnova, hospital: 'hospital-2' }, 'account.other-hospital'],
    ['an unknown purpose', { ...smirnova, purpose: 'HMARKT' }, 'purpose.unknown'],
    ['an admin on records', admin, 'role.not-clinical'],
    ['a role without a name', { ...smirnova, role: '' }, 'role.not-clinical'],
] as const) {
    test(`the law refuses ${what}`, async () => {
        const ward = await Ward.open();
        await assert.rejects(ward.read('visit', access), new RegExp(`refused\\|${code.replace('.', '\\.')}\\|`));
    });
}

test('a suspended account is refused and a revoked one stays revoked', async () => {
    const ward = await Ward.open();
    await ward.account('smirnova', 'hospital-1', 'Org1MSP', 'suspended');
    await assert.rejects(ward.read('visit'), /account\.suspended/);
    await ward.account('smirnova', 'hospital-1', 'Org1MSP', 'revoked');
    await assert.rejects(ward.read('visit'), /account\.revoked/);
    await assert.rejects(ward.account('smirnova', 'hospital-1', 'Org1MSP'), /account\.revoked/);
});

test('law permits: identification to every clinician, oversight to admins, notifiable disease to epidemiologists', async () => {
    const ward = await Ward.open();
    assert.equal((await ward.read('patient', petrov)).rule, 'law.identification');
    assert.equal((await ward.read('access', admin)).rule, 'law.oversight');
    assert.equal((await ward.read('lab', { ...petrov, role: 'epidemiologist', purpose: 'PUBHLTH' })).rule, 'law.public-health');
});

test('adding a refusal never widens access', async () => {
    const ward = await Ward.open();
    await ward.append(consent('c1', true, { kinds: ['visit'] }));
    const before = await granted(ward);
    await ward.append(consent('c2', false, { kinds: ['visit', 'lab'] }));
    const after = await granted(ward);
    assert.ok(after.every((kind) => before.includes(kind)));
    assert.ok(after.length < before.length);
});

async function granted(ward: Ward): Promise<string[]> {
    const kinds = ['patient', 'visit', 'lab', 'diagnosis', 'document'];
    const answers = await Promise.all(kinds.map((kind) => ward.read(kind, petrov).then(() => true, () => false)));
    return kinds.filter((_, index) => answers[index]);
}

async function assertRefused(ward: Ward, kind: string, access: object): Promise<void> {
    await assert.rejects(ward.read(kind, access), /refused\|consent\.missing\|default\.deny\|/);
}
