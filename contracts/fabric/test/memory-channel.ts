import { createHash } from 'node:crypto';
import { Context } from 'fabric-contract-api';

const SEPARATOR = '\u0000';

/**
 * A channel's state as a chaincode sees it: a transaction reads what was committed before it and never its own writes, and a transaction
 * that throws leaves nothing behind.
 */
export class MemoryChannel {
    readonly events: { name: string; payload: unknown }[] = [];
    time = '2026-11-21T08:00:00Z';

    private readonly committed = new Map<string, Buffer>();
    private count = 0;

    /** All that is in the state, as one text. */
    get content(): string {
        return [...this.committed].map(([key, value]) => `${key}=${value.toString()}`).join('\n');
    }

    /** Runs a transaction and commits its writes. */
    async submit<T>(run: (ctx: Context) => Promise<T>, msp = 'Org1MSP', transient = new Map<string, Uint8Array>()): Promise<T> {
        const writes = new Map<string, Buffer | undefined>();
        const events: { name: string; payload: unknown }[] = [];
        const result = await run(this.context(msp, writes, events, transient));
        for (const [key, value] of writes) {
            if (value === undefined) this.committed.delete(key);
            else this.committed.set(key, value);
        }
        this.events.push(...events);
        return result;
    }

    /** Runs a transaction and forgets its writes. */
    evaluate<T>(run: (ctx: Context) => Promise<T>, msp = 'Org1MSP'): Promise<T> {
        return run(this.context(msp, new Map(), [], new Map()));
    }

    private context(
        msp: string, writes: Map<string, Buffer | undefined>, events: { name: string; payload: unknown }[], transient: Map<string, Uint8Array>,
    ): Context {
        const committed = this.committed;
        const transaction = createHash('sha256').update(String(this.count++)).digest('hex');
        const seconds = Math.floor(Date.parse(this.time) / 1000);
        const compositeKey = (type: string, parts: string[]): string => SEPARATOR + [type, ...parts].join(SEPARATOR) + SEPARATOR;
        const stub = {
            getTxID: () => transaction,
            getTxTimestamp: () => ({ seconds, nanos: 0 }),
            getTransient: () => transient,
            createCompositeKey: compositeKey,
            splitCompositeKey: (key: string) => {
                const [objectType = '', ...attributes] = key.slice(1, -1).split(SEPARATOR);
                return { objectType, attributes };
            },
            getState: (key: string) => Promise.resolve(committed.get(key) ?? Buffer.alloc(0)),
            putState: (key: string, value: Buffer) => {
                writes.set(key, value);
                return Promise.resolve();
            },
            deleteState: (key: string) => {
                writes.set(key, undefined);
                return Promise.resolve();
            },
            setEvent: (name: string, payload: Buffer) => events.push({ name, payload: JSON.parse(payload.toString()) }),
            async *getStateByPartialCompositeKey(type: string, parts: string[]) {
                const prefix = compositeKey(type, parts);
                for (const key of [...committed.keys()].filter((one) => one.startsWith(prefix)).sort()) yield { key, value: committed.get(key) };
            },
        };
        return { stub, clientIdentity: { getMSPID: () => msp } } as unknown as Context;
    }
}
