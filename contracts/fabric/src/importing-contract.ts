import { Context, Contract } from 'fabric-contract-api';
import { parse } from './arguments';
import { Patient } from './records';
import { Refusal } from './refusal';
import { State } from './state';
import { append, Item, requireWriter } from './writing';

/** Identifiers, as keyed digests, that name a patient. */
interface Claim {
    readonly patient: string;
    readonly digests: readonly string[];
}

/**
 * What an import of a hospital's own system has to know: whom an identifier names, and what the hospital delivered before. A hospital learns
 * nothing here that it did not write itself, but for who its patients are. Identifiers come as keyed digests.
 */
export class ImportingContract extends Contract {
    constructor() {
        super('Importing');
    }

    /** The patients that digests of identifiers name: none, one, or, when they contradict each other, several. */
    async named(ctx: Context, digests: string): Promise<string> {
        return JSON.stringify(await named(new State(ctx), parse<string[]>(digests)));
    }

    /**
     * Writes `[{body, key, supersedes}]` and claims `[{patient, digests}]` as one transaction, all or none. An identifier is never given to a
     * second patient. Answers `[{transaction, duplicate}]`.
     */
    async appendAll(ctx: Context, items: string, claims: string, hospital: string): Promise<string> {
        const state = new State(ctx);
        const receipts = await append(state, parse<Item[]>(items), hospital);
        const given = new Map<string, string>();
        for (const { patient, digests } of parse<Claim[]>(claims)) {
            for (const digest of digests) {
                const known = given.get(digest) ?? await state.get<string>('identifier', digest);
                if (known !== undefined && known !== patient) {
                    throw new Refusal('conflict', 'importing', 'One of the patient\'s identifiers names another patient; a person has to decide who this is.');
                }
                // What is claimed already is left alone: writing it again would conflict with everybody who reads it.
                if (known === undefined) {
                    if (await state.tombstone(patient) !== undefined) {
                        throw new Refusal('patient.erased', 'law.erased', 'The patient\'s record was erased; nothing is written about the patient any more.');
                    }
                    await state.put(patient, 'identifier', digest);
                    // The way back, by which the identifiers of an erased patient are found.
                    await state.put(true, 'identifier-of', patient, digest);
                }
                given.set(digest, patient);
            }
        }
        return JSON.stringify(receipts);
    }

    /** What a hospital delivered under a key: `{delivered: {transaction, body}}`, or `{}`. */
    async delivered(ctx: Context, hospital: string, key: string): Promise<string> {
        const state = new State(ctx);
        await requireWriter(state, hospital);
        const found = await state.get<{ transaction: string }>('delivery', hospital, key);
        if (found === undefined) return '{}';
        const entry = await state.get<{ patient: string; kind: string }>('entry', found.transaction);
        const stored = entry === undefined ? undefined
            : await state.get<{ body: string }>('record', entry.patient, entry.kind, found.transaction);
        if (stored === undefined) throw new Refusal('entry.damaged', 'importing', 'A delivery has no entry.');
        return JSON.stringify({ delivered: { transaction: found.transaction, body: stored.body } });
    }

    /** Who a patient is, for the hospital that writes about them: `{delivered: {transaction, body}}`, or `{}`. */
    async patient(ctx: Context, patient: string, hospital: string): Promise<string> {
        const state = new State(ctx);
        await requireWriter(state, hospital);
        const entry = await state.patient(patient);
        return entry === undefined ? '{}' : JSON.stringify({ delivered: { transaction: entry.transaction, body: entry.body } });
    }
}

async function named(state: State, digests: readonly string[]): Promise<Patient['patient'][]> {
    const found = new Set<string>();
    for (const digest of digests) {
        const patient = await state.get<string>('identifier', digest);
        if (patient !== undefined) found.add(patient);
    }
    return [...found];
}
