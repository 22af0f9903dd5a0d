import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Context } from 'fabric-contract-api';
import { AccountsContract } from '../src/accounts-contract';
import { smirnova, Ward } from './ward';

const accounts = new AccountsContract();
const ivanova = { doctor: 'ivanova', name: { ru: 'Иванова' }, role: 'doctor', hospital: 'hospital-1' };

const submit = <T>(ward: Ward, run: (ctx: Context) => Promise<T>, msp = 'Org1MSP'): Promise<T> => ward.channel.submit(run, msp);
const create = async (ward: Ward, account: object, msp?: string): Promise<{ transaction: string; duplicate: boolean }> =>
    JSON.parse(await submit(ward, (ctx) => accounts.create(ctx, JSON.stringify(account)), msp)) as { transaction: string; duplicate: boolean };
const find = async (ward: Ward, doctor: string): Promise<Found> =>
    (JSON.parse(await ward.channel.evaluate((ctx) => accounts.find(ctx, doctor))) as { account: Found }).account;

interface Found { role: string; status: string; keys?: Record<string, { publicKey: string; revoked?: boolean }> }

test('an account is created once; the same again is recognised, other particulars are refused', async () => {
    const ward = await Ward.open();
    const { transaction } = await create(ward, ivanova);
    assert.deepEqual(await create(ward, ivanova), { transaction, duplicate: true });
    await assert.rejects(create(ward, { ...ivanova, role: 'nurse' }), /account\.exists/);
    await assert.rejects(create(ward, { ...ivanova, doctor: ' ' }), /identifier\.invalid/);
    await assert.rejects(create(ward, { ...ivanova, doctor: 'x' }, 'Org2MSP'), /hospital\.other-organisation/);
});

test('status and role change by the own organisation, and a revoked account stays revoked', async () => {
    const ward = await Ward.open();
    const change = (to: object, msp?: string): Promise<void> => submit(ward, (ctx) => accounts.change(ctx, 'smirnova', JSON.stringify(to)), msp);
    await change({ role: 'cardiologist' });
    await change({ status: 'suspended' });
    assert.deepEqual([(await find(ward, 'smirnova')).role, (await find(ward, 'smirnova')).status], ['cardiologist', 'suspended']);
    assert.equal((await ward.decide('visit', smirnova)).code, 'account.suspended');
    await assert.rejects(change({ status: 'retired' }), /account\.status/);
    await assert.rejects(change({ status: 'active' }, 'Org2MSP'), /hospital\.other-organisation/);
    await change({ status: 'revoked' });
    await assert.rejects(change({ status: 'active' }), /account\.revoked/);
    await assert.rejects(ward.account('smirnova', 'hospital-1', 'Org1MSP'), /account\.revoked/);
});

test('a key comes, is replaced and is revoked; its name stays known', async () => {
    const ward = await Ward.open();
    const set = (key: string, publicKey: string, doctor = 'smirnova'): Promise<void> => submit(ward, (ctx) => accounts.setKey(ctx, doctor, key, publicKey));
    await set('rest', 'AAAA');
    await set('rest', 'BBBB');
    await set('card', 'CCCC');
    await set('rest', '');
    assert.deepEqual((await find(ward, 'smirnova')).keys, { rest: { publicKey: 'BBBB', revoked: true }, card: { publicKey: 'CCCC' } });
    await ward.account('smirnova', 'hospital-1', 'Org1MSP', 'suspended');
    assert.equal((await find(ward, 'smirnova')).keys?.card?.publicKey, 'CCCC', 'a change of status keeps the keys');
    await assert.rejects(set('lost', ''), /key\.unknown/);
    await assert.rejects(set('a/b', 'AAAA'), /identifier\.invalid/);
    await assert.rejects(set('rest', 'AAAA', 'nobody'), /account\.unknown/);
});

test('each step of an account\'s life stays', async () => {
    const ward = await Ward.open();
    await create(ward, ivanova);
    await submit(ward, (ctx) => accounts.setKey(ctx, 'ivanova', 'rest', 'AAAA'));
    await submit(ward, (ctx) => accounts.change(ctx, 'ivanova', JSON.stringify({ status: 'revoked' })));
    const steps = JSON.parse(await ward.channel.evaluate((ctx) => accounts.steps(ctx, 'ivanova'))) as { body: string }[];
    assert.deepEqual(steps.map((step) => step.body).sort(), [
        '{"key":"rest","revoked":false}', '{"name":{"ru":"Иванова"},"role":"doctor","hospital":"hospital-1","status":"active"}', '{"status":"revoked"}',
    ].sort());
    assert.deepEqual(JSON.parse(await ward.channel.evaluate((ctx) => accounts.list(ctx))).map((one: { doctor: string }) => one.doctor),
        ['boss', 'ivanova', 'petrov', 'smirnova']);
    assert.equal(await find(ward, 'nobody'), undefined);
});
