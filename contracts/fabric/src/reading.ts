import { ClinicalRecord, AccessContext, Consent, DATED_BY, Entry, Filter } from './records';
import { Refusal } from './refusal';
import { Decision, decide, isInForce, sortable } from './rules';
import { State } from './state';

/** Decides about one record of a patient, or, without an owner, about a kind of records in general. */
export async function decideFor(state: State, patient: string, kind: string, owner: string | undefined, access: AccessContext): Promise<Decision> {
    const identity = await state.patient(patient);
    if (identity === undefined && await state.tombstone(patient) === undefined) {
        return { granted: false, code: 'patient.unknown', rule: 'patient.unknown' };
    }
    const situation = identity === undefined ? { consents: [], visits: [], emergencies: [], erased: true } : await state.situation(identity);
    return decide({ patient, kind, owner, access, at: state.now }, situation, await state.statusOf(access));
}

/** Decides about what is no patient's, such as resources: by law alone, as if the asker's hospital treated everybody. */
export async function decideInGeneral(state: State, kind: string, access: AccessContext): Promise<Decision> {
    const situation = { consents: [], visits: [], emergencies: [], ward: access.hospital };
    return decide({ patient: '-', kind, owner: access.hospital, access, at: state.now }, situation, await state.statusOf(access));
}

/** Decides about emergency accesses, their reviews and the audit as a whole: for admins only. */
export async function oversight(state: State, access: AccessContext): Promise<Decision> {
    return access.role === 'admin'
        ? decideInGeneral(state, 'emergency', access)
        : { granted: false, code: 'role.not-admin', rule: 'law.role' };
}

/** Fails an evaluation that the rules do not permit. */
export function refuseUnless(decision: Decision): void {
    if (!decision.granted) throw new Refusal(decision.code, decision.rule, 'The ledger\'s rules do not permit this.');
}

export interface Choice {
    readonly decision: Decision;
    /** What may be shown; empty when refused. */
    readonly shown: readonly Entry[];
    /** How many match beyond what is shown, and the rule that withholds them. */
    readonly withheld: number;
    readonly withheldRule?: string;
}

/**
 * What may be shown of a kind: everything, or only what the asker's own hospital wrote. A hospital that wrote nothing of it is refused:
 * "none" would be taken for "nothing is recorded".
 */
export async function choose(state: State, patient: string, kind: string, filter: Filter, access: AccessContext): Promise<Choice> {
    const general = await decideFor(state, patient, kind, undefined, access);
    if (general.granted) return { decision: general, shown: await matching(state, patient, kind, filter), withheld: 0 };
    const refused = { decision: general, shown: [], withheld: 0 };
    if (general.code === 'patient.unknown' || access.hospital === undefined) return refused;
    const own = await decideFor(state, patient, kind, access.hospital, access);
    if (!own.granted) return refused;
    const all = await matching(state, patient, kind, filter);
    const shown = all.filter((entry) => entry.record.hospital === access.hospital);
    return shown.length === 0 ? refused : { decision: own, shown, withheld: all.length - shown.length, withheldRule: general.rule };
}

/** The entries of a kind that match, in the answer's order: newest first, and what matters most before that. */
export async function matching(state: State, patient: string, kind: string, filter: Filter): Promise<Entry[]> {
    const all = await state.entries(patient, kind);
    if (kind === 'patient') return all.sort(newest).slice(0, 1);
    const found = all.filter((entry) => matches(entry.record, kind, filter)).sort(newest);
    const first = foremost(kind, state.now, all);
    return first === undefined ? found : [...found.filter((entry) => first(entry.record)), ...found.filter((entry) => !first(entry.record))];
}

function matches(record: ClinicalRecord, kind: string, filter: Filter): boolean {
    if (Object.entries(filter.members ?? {}).some(([member, value]) => record[member] !== value)) return false;
    const { from, until } = filter;
    if (kind === 'medication') {
        const [start, end] = [String(record.start), String(record.end ?? '9999-12-31')];
        return (until === undefined || start < until) && (from === undefined || end >= from);
    }
    const date = dateOf(record, kind);
    return (from === undefined || date >= from) && (until === undefined || date < until);
}

// Whatever is going on, in force, active or dangerous comes before what is not.
function foremost(kind: string, now: string, all: readonly Entry[]): ((record: ClinicalRecord) => boolean) | undefined {
    switch (kind) {
        case 'medication': return (record) => record.end === undefined || String(record.end) >= now.slice(0, 10);
        case 'allergy': return (record) => record.criticality === 'high';
        case 'diagnosis': return (record) => record.active === true;
        case 'consent': {
            const consents = all.map((entry) => entry.record as unknown as Consent);
            return (record) => isInForce(record as unknown as Consent, now, consents);
        }
        default: return undefined;
    }
}

function newest(left: Entry, right: Entry): number {
    const keys = (entry: Entry): string[] => {
        const date = dateOf(entry.record, entry.record.type);
        return [date.includes('T') ? sortable(date) : date, sortable(entry.at), entry.transaction];
    };
    const [one, other] = [keys(left), keys(right)];
    const differs = one.findIndex((key, index) => key !== other[index]);
    return differs < 0 ? 0 : one[differs]! < other[differs]! ? 1 : -1;
}

/** When the fact happened, as the record says; empty where its kind has no date. */
export function dateOf(record: ClinicalRecord, kind: string): string {
    const member = kind === 'access' ? 'time' : DATED_BY[kind];
    return member === undefined || member === '' ? '' : String(record[member] ?? '');
}
