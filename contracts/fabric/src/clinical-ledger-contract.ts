import { Context, Contract } from 'fabric-contract-api';
import { keep } from './accounts';
import { parse } from './arguments';
import { audit, AuditReceipt, NOBODY } from './audit';
import { choose, decideFor, decideInGeneral, oversight, refuseUnless } from './reading';
import { AccessContext, Account, ClinicalRecord, Emergency, Filter, Hospital, Patient } from './records';
import { Refusal } from './refusal';
import { Decision } from './rules';
import { chain } from './resources-contract';
import { stockLevels } from './stock-levels';
import { State } from './state';
import { judge, Label } from './verdict';
import { append, requireWriter } from './writing';

/**
 * The clinical ledger: every organisation's peer decides, audits and keeps the same. Reading takes two calls: `decide` is submitted, so
 * that the audit entry stands in the channel before anything is shown; `read` is evaluated and decides again by the same rules. All
 * arguments and results are JSON texts.
 */
export class ClinicalLedgerContract extends Contract {
    constructor() {
        super('ClinicalLedger');
    }

    /** Admits a hospital, which writes through the organisation that admits it. The channel's endorsement policy is the council's vote. */
    async admitHospital(ctx: Context, hospital: string): Promise<void> {
        const state = new State(ctx);
        const admitted = parse<Hospital>(hospital);
        const before = await state.hospital(admitted.id);
        if (before !== undefined && before.msp !== state.writerMsp) {
            throw new Refusal('hospital.other-organisation', 'council.admission', 'The hospital belongs to another organisation.');
        }
        await state.put({ ...admitted, msp: state.writerMsp }, 'hospital', admitted.id);
    }

    /** The hospitals of the channel. */
    async hospitals(ctx: Context): Promise<string> {
        return JSON.stringify((await new State(ctx).list<Hospital>('hospital')).map((row) => row.value));
    }

    /** Opens an account or changes its status; only the account's own hospital may. A revoked account stays revoked. */
    async setAccount(ctx: Context, account: string): Promise<void> {
        const state = new State(ctx);
        const wanted = parse<Account>(account);
        await requireWriter(state, wanted.hospital);
        const before = await state.get<Account>('account', wanted.doctor);
        if (before !== undefined && before.hospital !== wanted.hospital) {
            throw new Refusal('account.exists', 'accounts', 'The account belongs to another hospital.');
        }
        if (before?.status === 'revoked') throw new Refusal('account.revoked', 'accounts', 'A revoked account stays revoked.');
        const { doctor, name, role, hospital, status } = wanted;
        await keep(state, { ...before, doctor, name, role, hospital, status, created: before?.created ?? state.transaction }, { name, role, hospital, status });
    }

    /** Appends a record of a hospital. Answers `{transaction, duplicate}`. */
    async append(ctx: Context, body: string, hospital: string, key: string, supersedes: string): Promise<string> {
        const [receipt] = await append(new State(ctx), [{ body, key, supersedes }], hospital);
        return JSON.stringify(receipt);
    }

    /** Decides about a patient's records of a kind and leaves the audit entry. Answers `{granted, code, rule, audit}`. */
    async decide(ctx: Context, operation: string, patient: string, kind: string, filter: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const { decision } = await choose(state, patient, kind, parse<Filter>(filter), who);
        return this._answer(state, decision.code === 'patient.unknown' ? NOBODY : patient, operation, decision, who);
    }

    /** Decides about one document and leaves the audit entry. */
    async decideDocument(ctx: Context, document: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const { decision, patient } = await this._document(state, document, who);
        return this._answer(state, patient, 'getDocument', decision, who);
    }

    /** Decides about what is no patient's and leaves the audit entry. */
    async decideInGeneral(ctx: Context, operation: string, kind: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const decision = kind === 'emergency' ? await oversight(state, who) : await decideInGeneral(state, kind, who);
        return this._answer(state, NOBODY, operation, decision, who);
    }

    /** A patient's records of a kind. Answers `{rule, items: [{transaction, body}], total, withheld, withheldRule}`. */
    async read(ctx: Context, patient: string, kind: string, filter: string, access: string): Promise<string> {
        const state = new State(ctx);
        const [who, wanted] = [parse<AccessContext>(access), parse<Filter>(filter)];
        const { decision, shown, withheld, withheldRule } = await choose(state, patient, kind, wanted, who);
        refuseUnless(decision);
        return JSON.stringify({
            rule: decision.rule,
            items: shown.slice(0, wanted.count ?? shown.length).map(({ transaction, body }) => ({ transaction, body })),
            total: shown.length,
            withheld,
            withheldRule: withheld > 0 ? withheldRule : undefined,
        });
    }

    /** One document's record. Answers `{rule, items: [{transaction, body}]}`. */
    async readDocument(ctx: Context, document: string, access: string): Promise<string> {
        const { decision, entry } = await this._document(new State(ctx), document, parse<AccessContext>(access));
        refuseUnless(decision);
        return JSON.stringify({ rule: decision.rule, items: [{ transaction: entry?.transaction, body: entry?.body }], total: 1, withheld: 0 });
    }

    /**
     * Patients whose name has a word that begins with each word asked for, without regard to case or ё/е; with nothing asked for, those who
     * lie in the asker's hospital.
     */
    async findPatients(ctx: Context, name: string, birthDate: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const decision = await decideInGeneral(state, 'patient', who);
        refuseUnless(decision);
        const found: { transaction: string; body: string }[] = [];
        for (const { part } of await state.list<string>('patient')) {
            const entry = await state.patient(part);
            if (entry === undefined || !isMeant(entry.record, name, birthDate, who)) continue;
            if (!(await decideFor(state, part, 'patient', undefined, who)).granted) continue;
            found.push({ transaction: entry.transaction, body: entry.body });
        }
        return JSON.stringify({ rule: decision.rule, items: found, total: found.length, withheld: 0 });
    }

    /** Leaves the audit entry of a turn that never reached the records. Answers `{id, transaction, duplicate}`. */
    async recordTurn(ctx: Context, patient: string, operation: string, granted: string, reason: string, access: string): Promise<string> {
        const state = new State(ctx);
        const known = patient !== '' && await isKnown(state, patient);
        const decision = { granted: granted === 'true', rule: reason };
        return JSON.stringify(await audit(state, known ? patient : NOBODY, operation, decision, parse<AccessContext>(access)));
    }

    /** Opens emergency access (break-glass) for 30 minutes. Answers as `decide`, with `emergency` when it was opened. */
    async openEmergency(ctx: Context, patient: string, reason: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const known = await isKnown(state, patient);
        const decision = await this._decideEmergency(state, patient, known, reason, who);
        const operation = 'requestEmergencyAccess';
        if (!decision.granted) return this._answer(state, known ? patient : NOBODY, operation, decision, who);
        const once = who.turn === undefined ? undefined : [who.turn, 'emergency', patient];
        const before = once === undefined ? undefined : await state.get<Emergency>('emergency-turn', ...once);
        const opened: Emergency = before ?? {
            type: 'emergency', id: `emergency-${state.transaction.slice(0, 16)}`, patient, doctor: who.doctor ?? '', reason, from: state.now,
            until: state.emergencyEnds(),
        };
        if (before === undefined) {
            await state.put(opened, 'emergency', opened.id);
            await state.put(opened, 'emergency-of', patient, opened.id);
            if (once !== undefined) await state.put(opened, 'emergency-turn', ...once);
            state.emit('EmergencyOpened', { id: opened.id, doctor: opened.doctor, until: opened.until });
        }
        return this._answer(state, patient, operation, decision, who, { emergency: opened });
    }

    /** All emergency accesses with their reviews, for admins: open reviews first, then newest first. */
    async emergencies(ctx: Context, unreviewedOnly: string, access: string): Promise<string> {
        const state = new State(ctx);
        refuseUnless(await oversight(state, parse<AccessContext>(access)));
        const all = [];
        for (const { value } of await state.list<Emergency>('emergency')) {
            all.push({ ...value, ...await state.get<object>('emergency-review', value.id) });
        }
        const reviewed = (one: object): boolean => 'reviewed' in one;
        return JSON.stringify(all
            .filter((one) => unreviewedOnly !== 'true' || !reviewed(one))
            .sort((left, right) => Number(reviewed(left)) - Number(reviewed(right)) || (left.from < right.from ? 1 : -1)));
    }

    /** Records the outcome of a review, and the audit entry of the reviewer. Answers as `decide`, with `emergency` as it is now. */
    async reviewEmergency(ctx: Context, emergency: string, justified: string, access: string): Promise<string> {
        const state = new State(ctx);
        const who = parse<AccessContext>(access);
        const operation = 'reviewEmergencyAccess';
        const decision = await oversight(state, who);
        if (!decision.granted) return this._answer(state, NOBODY, operation, decision, who);
        const refused = (code: string): Promise<string> => this._answer(state, NOBODY, operation, { granted: false, code, rule: 'emergency.review' }, who);
        const opened = await state.get<Emergency>('emergency', emergency);
        if (opened === undefined) return refused('emergency.unknown');
        if (await state.get('emergency-review', emergency) !== undefined) return refused('emergency.reviewed');
        if (opened.doctor === who.doctor) return refused('emergency.own');
        const review = { reviewed: true, reviewer: who.doctor, outcome: justified === 'true' ? 'justified' : 'unjustified' };
        await state.put(review, 'emergency-review', emergency);
        return this._answer(state, NOBODY, operation, decision, who, { emergency: { ...opened, ...review } });
    }

    /**
     * What a package or device is worth by its recorded events. Takes the code as it was read from the label, see `Label`; answers
     * `{code, status, name, details}` with the status `genuine`, `recalled`, `already-used`, `expired` or `unknown`.
     */
    async verifyResource(ctx: Context, label: string, access: string): Promise<string> {
        const state = new State(ctx);
        refuseUnless(await decideInGeneral(state, 'resource', parse<AccessContext>(access)));
        const read = parse<Label>(label);
        const product = read.gtin === undefined ? [] : await chain(state, 'product', read.gtin);
        const item = read.gtin === undefined || read.serial === undefined ? [] : await chain(state, 'item', read.gtin, read.serial);
        return JSON.stringify(judge(read, product, item, state.now.slice(0, 10)));
    }

    /** Sets how much of a resource a hospital holds: `{hospital, resource, available, reserved, minimum}`. */
    async setStock(ctx: Context, level: string): Promise<void> {
        const state = new State(ctx);
        const { hospital, resource } = parse<{ hospital: string; resource: { ru?: string; en?: string } }>(level);
        await requireWriter(state, hospital);
        await state.put(parse(level), 'stock', hospital, resource.en ?? resource.ru ?? '');
    }

    /** What is in stock, in one hospital or all: by the recorded norms and movements, and where there are none, as `setStock` states it. */
    async stock(ctx: Context, hospital: string, access: string): Promise<string> {
        const state = new State(ctx);
        refuseUnless(await decideInGeneral(state, 'resource', parse<AccessContext>(access)));
        return JSON.stringify(await stockLevels(state, hospital));
    }

    // The library takes every method whose name does not begin with "_" for a transaction function.
    private async _answer(
        state: State, patient: string, operation: string, decision: Decision, access: AccessContext, more: object = {},
    ): Promise<string> {
        const receipt: AuditReceipt = await audit(state, patient, operation, decision, access);
        return JSON.stringify({ ...decision, audit: receipt, ...more });
    }

    private async _document(state: State, document: string, access: AccessContext): Promise<{
        decision: Decision; patient: string; entry?: { transaction: string; body: string };
    }> {
        const label = await state.get<{ transaction: string; patient: string }>('document', document);
        const entry = label === undefined ? undefined
            : (await state.entries(label.patient, 'document')).find((one) => one.transaction === label.transaction);
        if (label !== undefined && entry === undefined && await state.tombstone(label.patient) !== undefined) {
            return { decision: await decideFor(state, label.patient, 'document', undefined, access), patient: label.patient };
        }
        if (label === undefined || entry === undefined) {
            return { decision: { granted: false, code: 'document.unknown', rule: 'document.unknown' }, patient: NOBODY };
        }
        const decision = await decideFor(state, label.patient, 'document', (entry.record as ClinicalRecord).hospital, access);
        return { decision, patient: label.patient, entry };
    }

    // An emergency is the one thing a doctor of any hospital may always open: what is checked is who asks, not for whom.
    private async _decideEmergency(state: State, patient: string, known: boolean, reason: string, access: AccessContext): Promise<Decision> {
        if (reason.trim() === '') return { granted: false, code: 'emergency.no-reason', rule: 'law.emergency.reason' };
        if (!known) return { granted: false, code: 'patient.unknown', rule: 'patient.unknown' };
        if (await state.tombstone(patient) !== undefined) return { granted: false, code: 'patient.erased', rule: 'law.erased' };
        const clinician = access.role !== 'admin' && access.role !== 'system';
        if (clinician && await state.statusOf(access) === 'active') return { granted: true, code: 'law.emergency', rule: 'law.emergency' };
        const general = await decideInGeneral(state, 'visit', access);
        return general.granted ? { granted: false, code: 'role.not-clinical', rule: 'law.role' } : general;
    }
}

/** True when the ledger has, or had before it was erased, such a patient. */
async function isKnown(state: State, patient: string): Promise<boolean> {
    return await state.patient(patient) !== undefined || await state.tombstone(patient) !== undefined;
}

function isMeant(patient: Patient, name: string, birthDate: string, access: AccessContext): boolean {
    if (birthDate !== '' && patient.birthDate !== birthDate) return false;
    const asked = words(name);
    if (asked.length === 0 && birthDate === '') return patient.ward !== undefined && patient.ward === access.hospital;
    const own = words(`${patient.name.ru ?? ''} ${patient.name.en ?? ''}`);
    return asked.every((word) => own.some((one) => one.startsWith(word)));
}

function words(text: string): string[] {
    return text.toLowerCase().replaceAll('ё', 'е').split(/[\s,.]+/).filter((word) => word !== '');
}
