import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contracts } from '../src/index';
import { ProbeContract } from '../src/probe-contract';
import { MemoryChannel } from './memory-channel';

const probe = new ProbeContract();

test('the probe is the default contract', () => assert.equal(contracts[0], ProbeContract));

test('a visit is stored once, read back and announced', async () => {
    const channel = new MemoryChannel();
    const add = (): Promise<string> => channel.submit((ctx) => probe.addHospitalVisit(ctx, 'p', 'v', 'h', 'd', '2026-01-01', 'r'));
    const stored = await add();
    assert.equal(await channel.evaluate((ctx) => probe.getHospitalVisits(ctx, 'p')), `[${stored}]`);
    assert.equal(await channel.evaluate((ctx) => probe.getHospitalVisit(ctx, 'p', 'v')), stored);
    assert.equal(channel.events[0]?.name, 'HospitalVisitAdded');
    await assert.rejects(add(), /already exists/);
});

test('an unknown visit is refused in Russian, a missing argument by its name', async () => {
    const channel = new MemoryChannel();
    await assert.rejects(channel.evaluate((ctx) => probe.getHospitalVisit(ctx, 'p', '7')), /визит 7 не найден/);
    await assert.rejects(channel.submit((ctx) => probe.addHospitalVisit(ctx, '', 'v', 'h', 'd', '2026-01-01', 'r')), /patient is required/);
});

test('the counter counts and transient data is measured', async () => {
    const channel = new MemoryChannel();
    assert.equal(await channel.submit((ctx) => probe.increaseCounter(ctx, 'n')), '1');
    assert.equal(await channel.submit((ctx) => probe.increaseCounter(ctx, 'n')), '2');
    const transient = new Map([['note', new Uint8Array(17)]]);
    assert.equal(await channel.submit((ctx) => probe.transientSize(ctx, 'note'), 'Org1MSP', transient), '17');
    assert.equal(await channel.submit((ctx) => probe.transientSize(ctx, 'other')), '0');
});
