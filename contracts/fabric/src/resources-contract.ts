import { createHash } from 'node:crypto';
import { Context, Contract } from 'fabric-contract-api';
import { parse } from './arguments';
import { Refusal } from './refusal';
import { chainOf, check, requestOf, ResourceEvent } from './resources';
import { State } from './state';
import { Receipt, requireWriter } from './writing';

const DIGITS = 10;

/** Registry of medicines and devices: products, packages and their owners, stocks, procurement. Nothing of it is personal data. */
export class ResourcesContract extends Contract {
    constructor() {
        super('Resources');
    }

    /**
     * Records an event for a hospital after checking it against its chain. The same key with the same event is recognised; with another one
     * it is a conflict. Answers `{transaction, duplicate}`.
     */
    async record(ctx: Context, event: string, hospital: string, key: string): Promise<string> {
        const state = new State(ctx);
        const recorded = parse<ResourceEvent>(event);
        const place = chainOf(recorded);
        if (place.some((part) => typeof part !== 'string' || part === '' || part.includes('\0'))) {
            throw new Refusal('identifier.invalid', 'writing.form', 'An event names what it is about.');
        }
        if (key.trim() === '') {
            throw new Refusal('idempotency.missing', 'writing.key', 'An event needs the source\'s own key, by which a second delivery is recognised.');
        }
        await requireWriter(state, hospital);
        const digest = createHash('sha256').update(event).digest('hex');
        const delivered = await state.get<{ transaction: string; digest: string }>('resource-delivery', hospital, key);
        if (delivered?.digest === digest) return answer({ transaction: delivered.transaction, duplicate: true });
        if (delivered !== undefined) throw new Refusal('idempotency.conflict', 'writing.key', 'The same key was delivered before with other content.');

        const before = await chain(state, ...place);
        const owner = recorded.type === 'choice' ? requestOf(before).hospital : recorded.hospital;
        if (owner !== undefined && owner !== hospital) await requireWriter(state, owner);
        const known = recorded.gtin !== undefined && await isRegistered(state, recorded.gtin);
        check(recorded, before, known);

        // The number within the chain: of two that have read the same chain only one can be committed, the other is decided afresh.
        await state.put({ event }, 'resource-event', ...place, String(before.length).padStart(DIGITS, '0'));
        await state.put({ transaction: state.transaction, digest }, 'resource-delivery', hospital, key);
        return answer({ transaction: state.transaction, duplicate: false });
    }

    /** The chains of a kind (`product`, `item`, `stock`, `procurement`), of a stock also by hospital: `[[event, …]]`, oldest event first. */
    async chains(ctx: Context, kind: string, hospital: string): Promise<string> {
        return JSON.stringify(await chains(new State(ctx), kind, hospital));
    }
}

/** The chains of a kind as the JSON texts that were recorded; of stocks, those of one hospital or, for an empty one, all. */
export async function chains(state: State, kind: string, hospital: string): Promise<string[][]> {
    const found = new Map<string, string[]>();
    for (const { value } of await state.list<{ event: string }>('resource-event', kind, ...(hospital === '' ? [] : [hospital]))) {
        const name = chainOf(parse<ResourceEvent>(value.event)).join('\0');
        found.set(name, [...found.get(name) ?? [], value.event]);
    }
    return [...found.values()];
}

/** The events of one chain, oldest first. */
export async function chain(state: State, ...place: string[]): Promise<ResourceEvent[]> {
    return (await state.list<{ event: string }>('resource-event', ...place)).map((row) => parse<ResourceEvent>(row.value.event));
}

/** What a product is called by its last registration; undefined when it is not registered. */
export async function nameOf(state: State, gtin: string): Promise<unknown> {
    return (await chain(state, 'product', gtin)).filter((one) => one.type === 'product').at(-1)?.name;
}

async function isRegistered(state: State, gtin: string): Promise<boolean> {
    return await nameOf(state, gtin) !== undefined;
}

function answer(receipt: Receipt): string {
    return JSON.stringify(receipt);
}
