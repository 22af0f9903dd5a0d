import { Context, Contract } from 'fabric-contract-api';

const VISIT = 'probe-visit';
const COUNTER = 'probe-counter';

/**
 * What one tries a network and a client with: a write, a read, an event, a refusal, a read conflict, transient data. It keeps its keys
 * apart from the clinical ledger's and knows no consent; nothing about a real person belongs in it. The chaincode's default contract, so
 * that its functions need no prefix.
 */
export class ProbeContract extends Contract {
    constructor() {
        super('Probe');
    }

    /** Stores a test visit once and returns it. */
    async addHospitalVisit(
        ctx: Context, patient: string, visitId: string, hospital: string, department: string, visitDate: string, reason: string,
    ): Promise<string> {
        required({ patient, visitId, hospital, department, visitDate });
        const key = ctx.stub.createCompositeKey(VISIT, [patient, visitId]);
        if ((await ctx.stub.getState(key)).length > 0) throw new Error(`visit ${visitId} of patient ${patient} already exists`);
        const writer = { writtenBy: ctx.clientIdentity.getMSPID(), transactionId: ctx.stub.getTxID() };
        const stored = JSON.stringify({ patient, visitId, hospital, department, visitDate, reason, ...writer });
        await ctx.stub.putState(key, Buffer.from(stored));
        ctx.stub.setEvent('HospitalVisitAdded', Buffer.from(stored));
        return stored;
    }

    /** The test visits of one patient as a JSON array, oldest key first. */
    async getHospitalVisits(ctx: Context, patient: string): Promise<string> {
        required({ patient });
        const visits: unknown[] = [];
        for await (const row of ctx.stub.getStateByPartialCompositeKey(VISIT, [patient])) {
            visits.push(JSON.parse(Buffer.from(row.value).toString('utf8')));
        }
        return JSON.stringify(visits);
    }

    /** One test visit; an unknown one is a refusal in Russian, which must arrive whole. */
    async getHospitalVisit(ctx: Context, patient: string, visitId: string): Promise<string> {
        const bytes = await ctx.stub.getState(ctx.stub.createCompositeKey(VISIT, [patient, visitId]));
        if (bytes.length === 0) throw new Error(`визит ${visitId} не найден`);
        return Buffer.from(bytes).toString('utf8');
    }

    /** Reads, adds one and writes the same key: two at a time end in MVCC_READ_CONFLICT, on purpose. */
    async increaseCounter(ctx: Context, name: string): Promise<string> {
        required({ name });
        const key = ctx.stub.createCompositeKey(COUNTER, [name]);
        const next = Number(Buffer.from(await ctx.stub.getState(key)).toString()) + 1;
        await ctx.stub.putState(key, Buffer.from(String(next)));
        return String(next);
    }

    /** Size in bytes of one transient field; nothing is stored. */
    async transientSize(ctx: Context, field: string): Promise<string> {
        return String(ctx.stub.getTransient().get(field)?.length ?? 0);
    }
}

function required(fields: Record<string, string>): void {
    for (const [name, value] of Object.entries(fields)) {
        if (value === undefined || value === '') throw new Error(`${name} is required`);
    }
}
