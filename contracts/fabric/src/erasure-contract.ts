import { Context, Contract } from 'fabric-contract-api';
import { dateOf } from './reading';
import { DATED_BY, Emergency, Tombstone } from './records';
import { Refusal } from './refusal';
import { State } from './state';
import { requireWriter } from './writing';

const DEFAULT_YEARS = 25;
const MOST_YEARS = 200;
const LONGEST_BASIS = 200;
const CLOCKS_DIFFER_MS = 24 * 60 * 60 * 1000;

/**
 * Erases a patient's records once the law no longer keeps them. Each organisation's chaincode is told by its own operator how long that is
 * (`VOICEMED_RETENTION_YEARS`, default 25): under a policy of several organisations nothing is erased before the longest of their terms.
 */
export class ErasureContract extends Contract {
    readonly #years: number;
    readonly #clock: () => number;

    constructor(years = readYears(process.env.VOICEMED_RETENTION_YEARS), clock: () => number = Date.now) {
        super('Erasure');
        this.#years = years;
        this.#clock = clock;
    }

    /** The day from which a patient may be erased, the newest fact and the term: `{retainedUntil}`. */
    async retention(ctx: Context, patient: string): Promise<string> {
        return JSON.stringify({ retainedUntil: await retainedUntil(new State(ctx), patient, this.#years) });
    }

    /**
     * Deletes a patient's records from the state and leaves a tombstone. The audit and the emergency accesses stay: who looked is not the
     * patient's to erase. Twice is as good as once. Answers `{transaction, duplicate}`.
     */
    async erase(ctx: Context, patient: string, hospital: string, basis: string): Promise<string> {
        const state = new State(ctx);
        await requireWriter(state, hospital);
        if (basis.trim() === '' || basis.length > LONGEST_BASIS) {
            throw new Refusal('erasure.basis', 'writing.form', `An erasure needs a basis of 1 to ${LONGEST_BASIS} characters, without personal data.`);
        }
        const before = await state.tombstone(patient);
        if (before !== undefined) return JSON.stringify({ transaction: before.transaction, duplicate: true });
        const until = await retainedUntil(state, patient, this.#years);
        // The timestamp is the client's word. What it says decides here, so it may not lie in the future by this organisation's own clock.
        if (Date.parse(state.now) > this.#clock() + CLOCKS_DIFFER_MS) {
            throw new Refusal('clock.ahead', 'law.retention', 'The transaction\'s clock is more than a day ahead of the peer\'s; put the client\'s clock right.');
        }
        if (state.now.slice(0, 10) < until) {
            throw new Refusal('retention.not-over', 'law.retention', `The law keeps this record until ${until}; it may not be erased before.`);
        }
        await requireConcerned(state, patient, hospital);
        await forget(state, patient);
        const tombstone: Tombstone = { transaction: state.transaction, at: state.now, hospital, basis };
        await state.put(tombstone, 'tombstone', patient);
        state.emit('PatientErased', { patient });
        return JSON.stringify({ transaction: state.transaction, duplicate: false });
    }

    /** All erased patients, so that whoever keeps a key of one destroys it: `[{patient, transaction}]`. */
    async tombstones(ctx: Context): Promise<string> {
        const rows = await new State(ctx).list<Tombstone>('tombstone');
        return JSON.stringify(rows.map(({ part, value }) => ({ patient: part, transaction: value.transaction })));
    }
}

function readYears(text: string | undefined): number {
    if (text === undefined || text === '') return DEFAULT_YEARS;
    const years = Number(text);
    if (!Number.isInteger(years) || years < 0 || years > MOST_YEARS) {
        throw new Error(`VOICEMED_RETENTION_YEARS must be a whole number of years from 0 to ${MOST_YEARS}, not '${text}'.`);
    }
    return years;
}

async function retainedUntil(state: State, patient: string, years: number): Promise<string> {
    if (await state.tombstone(patient) !== undefined) throw new Refusal('patient.erased', 'law.erased', 'The patient\'s record was erased already.');
    if (await state.patient(patient) === undefined) throw new Refusal('patient.unknown', 'patient.unknown', 'The ledger has no such patient.');
    let newest = '';
    for (const kind of Object.keys(DATED_BY)) {
        for (const { record, at } of await state.entries(patient, kind)) newest = later(newest, dateOf(record, kind), at);
    }
    for (const { value } of await state.list<Emergency>('emergency-of', patient)) newest = later(newest, value.from, value.from);
    return plusYears(newest, years);
}

// What has no date of its own, or none that can be read, counts from when the ledger took it.
function later(newest: string, date: string, at: string): string {
    const day = (/^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(date)?.[0]) ?? at.slice(0, 10);
    return day > newest ? day : newest;
}

function plusYears(day: string, years: number): string {
    const year = Number(day.slice(0, 4)) + years;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4);
    return String(year).padStart(4, '0') + rest;
}

// What others wrote is not a hospital's to erase.
async function requireConcerned(state: State, patient: string, hospital: string): Promise<void> {
    for (const kind of Object.keys(DATED_BY)) {
        for (const { part } of await state.list('record', patient, kind)) {
            if ((await state.get<{ hospital?: string }>('entry', part))?.hospital === hospital) return;
        }
    }
    throw new Refusal('erasure.hospital', 'law.erasure', 'The hospital wrote nothing about this patient; one that did has to answer for the erasure.');
}

async function forget(state: State, patient: string): Promise<void> {
    for (const kind of Object.keys(DATED_BY)) {
        for (const { part } of await state.list('record', patient, kind)) {
            const entry = await state.get<{ hospital?: string; key?: string }>('entry', part);
            if (entry?.hospital !== undefined && entry.key !== undefined) await state.delete('delivery', entry.hospital, entry.key);
            await state.delete('entry', part);
            await state.delete('record', patient, kind, part);
        }
        for (const { part } of await state.list('superseded', patient, kind)) await state.delete('superseded', patient, kind, part);
    }
    for (const { part } of await state.list('identifier-of', patient)) {
        await state.delete('identifier', part);
        await state.delete('identifier-of', patient, part);
    }
    for (const { part } of await state.list('emergency-of', patient)) await state.delete('emergency-of', patient, part);
    await state.delete('patient', patient);
}
