import { Context, Contract } from 'fabric-contract-api';
import { parse } from './arguments';
import { NOBODY } from './audit';
import { oversight, refuseUnless } from './reading';
import { AccessContext, Account } from './records';
import { sortable } from './rules';
import { State } from './state';
import { requireWriter } from './writing';

/** Which accesses an overseer wants to see. */
interface Selection {
    readonly patient?: string;
    readonly doctor?: string;
    readonly refused?: boolean;
    readonly count?: number;
}

/** The audit as a whole, for those who oversee it; a patient's own is read like any other record of the patient. */
export class AuditContract extends Contract {
    constructor() {
        super('Audit');
    }

    /** Accesses, newest first: `[{transaction, at, body}]`. Decided as oversight; an account may always see what it did itself. */
    async accesses(ctx: Context, selection: string, access: string): Promise<string> {
        const state = new State(ctx);
        const [wanted, who] = [parse<Selection>(selection), parse<AccessContext>(access)];
        const own = wanted.doctor !== undefined && wanted.doctor === who.doctor && await state.statusOf(who) === 'active';
        if (!own) refuseUnless(await oversight(state, who));
        const found = (wanted.patient !== undefined ? await ofPatient(state, wanted.patient) : await indexed(state, wanted.doctor))
            .filter(({ body }) => {
                const entry = JSON.parse(body) as { doctor?: string; granted: boolean };
                return (wanted.doctor === undefined || entry.doctor === wanted.doctor) && !(wanted.refused === true && entry.granted);
            })
            .sort((left, right) => (sortable(left.at) < sortable(right.at) ? 1 : -1));
        return JSON.stringify(found.slice(0, wanted.count ?? found.length));
    }

    /** All an account did or tried, newest first: `[{transaction, at, body}]`, for the organisation of the hospital that answers for the account. */
    async of(ctx: Context, doctor: string): Promise<string> {
        const state = new State(ctx);
        const account = await state.get<Account>('account', doctor);
        if (account === undefined) return '[]';
        await requireWriter(state, account.hospital);
        return JSON.stringify((await indexed(state, doctor)).sort((left, right) => (sortable(left.at) < sortable(right.at) ? 1 : -1)));
    }
}

interface Row {
    readonly transaction: string;
    readonly at: string;
    readonly body: string;
}

async function ofPatient(state: State, patient: string): Promise<Row[]> {
    return (await state.list<{ at: string; body: string }>('record', patient, 'access')).map(({ part, value }) => ({ transaction: part, ...value }));
}

async function indexed(state: State, doctor: string | undefined): Promise<Row[]> {
    const rows: Row[] = [];
    for (const { part, value } of await state.list<{ patient: string }>('access-by', ...(doctor === undefined ? [] : [doctor || NOBODY]))) {
        const stored = await state.get<{ at: string; body: string }>('record', value.patient, 'access', part);
        if (stored !== undefined) rows.push({ transaction: part, ...stored });
    }
    return rows;
}
