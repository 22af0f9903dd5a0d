import { createHash } from 'node:crypto';
import { ClinicalRecord, DATED_BY } from './records';
import { Refusal } from './refusal';
import { State } from './state';

const LONGEST_ID = 128;

export interface Receipt {
    readonly transaction: string;
    readonly duplicate: boolean;
}

/** A hospital writes only through its own organisation: the certificate's MSP has to be the one it was admitted with. */
export async function requireWriter(state: State, hospital: string): Promise<void> {
    const admitted = await state.hospital(hospital);
    if (admitted === undefined) throw new Refusal('hospital.unknown', 'council.admission', 'The hospital is not admitted to this channel.');
    if (admitted.msp !== state.writerMsp) {
        throw new Refusal('hospital.other-organisation', 'council.admission', `Organisation ${state.writerMsp} does not write for this hospital.`);
    }
}

/** A record to be written. */
export interface Item {
    readonly body: string;
    /** The source's own key, by which a second delivery is recognised. */
    readonly key: string;
    /** The entry it corrects; empty for none. */
    readonly supersedes: string;
}

/**
 * Appends records, all or none. The same key with the same content is recognised and answered with the first receipt; with other content it
 * is a conflict. Nothing is ever edited: a correction names the entry it replaces. An entry is named by its transaction, and where there are
 * several, by its number among them.
 */
export async function append(state: State, items: readonly Item[], hospital: string): Promise<Receipt[]> {
    await requireWriter(state, hospital);
    const step: Step = { patients: new Set(), keys: new Set(), replaced: new Set() };
    const receipts: Receipt[] = [];
    for (const [index, item] of items.entries()) {
        const entry = items.length === 1 ? state.transaction : `${state.transaction}.${index}`;
        receipts.push(await appendOne(state, item, hospital, entry, step));
    }
    if (receipts.some((receipt) => !receipt.duplicate)) {
        state.emit('RecordsAppended', { hospital, entries: receipts.filter((receipt) => !receipt.duplicate).map((receipt) => receipt.transaction) });
    }
    return receipts;
}

/** What this very transaction has written already: it does not see that in the state. */
interface Step {
    readonly patients: Set<string>;
    readonly keys: Set<string>;
    readonly replaced: Set<string>;
}

async function appendOne(state: State, { body, key, supersedes }: Item, hospital: string, entry: string, step: Step): Promise<Receipt> {
    const record = readRecord(body);
    if (key.trim() === '') {
        throw new Refusal('idempotency.missing', 'writing.key', 'An entry needs the source\'s own key, by which a second delivery is recognised.');
    }
    const digest = createHash('sha256').update(`${body}\n${supersedes}`).digest('hex');
    const delivered = await state.get<{ transaction: string; digest: string }>('delivery', hospital, key);
    if (delivered?.digest === digest) return { transaction: delivered.transaction, duplicate: true };
    if (delivered !== undefined || step.keys.has(key)) {
        throw new Refusal('idempotency.conflict', 'writing.key', 'The same key was delivered before with other content.');
    }
    const known = step.patients.has(record.patient) || await state.patient(record.patient) !== undefined;
    if (!known && await state.tombstone(record.patient) !== undefined) {
        throw new Refusal('patient.erased', 'law.erased', 'The patient\'s record was erased; nothing is written about the patient any more.');
    }
    if (!known && record.type !== 'patient') {
        throw new Refusal('patient.unknown', 'patient.unknown', 'The ledger has no such patient; append the patient\'s own record first.');
    }
    if (supersedes !== '') await supersede(state, record, supersedes, entry, step);
    await state.put({ at: state.now, body }, 'record', record.patient, record.type, entry);
    // Hospital and key lead to the delivery, which is erased with the patient.
    await state.put({ patient: record.patient, kind: record.type, hospital, key }, 'entry', entry);
    await state.put({ transaction: entry, digest }, 'delivery', hospital, key);
    if (record.type === 'patient') await state.put(entry, 'patient', record.patient);
    if (record.type === 'document') await state.put({ transaction: entry, patient: record.patient }, 'document', record.id);
    step.keys.add(key);
    if (record.type === 'patient') step.patients.add(record.patient);
    return { transaction: entry, duplicate: false };
}

async function supersede(state: State, record: ClinicalRecord, corrected: string, entry: string, step: Step): Promise<void> {
    const known = await state.get<{ patient: string; kind: string }>('entry', corrected);
    if (known === undefined || known.patient !== record.patient || known.kind !== record.type) {
        throw new Refusal('supersedes.unknown', 'writing.supersedes', 'There is no such entry of this patient and kind to correct.');
    }
    if (step.replaced.has(corrected) || await state.get('superseded', record.patient, record.type, corrected) !== undefined) {
        throw new Refusal('supersedes.stale', 'writing.supersedes', 'The entry was corrected already; correct the correction.');
    }
    await state.put(entry, 'superseded', record.patient, record.type, corrected);
    step.replaced.add(corrected);
}

function readRecord(body: string): ClinicalRecord {
    let record: Partial<ClinicalRecord> | null;
    try {
        record = JSON.parse(body) as Partial<ClinicalRecord> | null;
    } catch {
        throw new Refusal('record.malformed', 'writing.form', 'The record is no JSON.');
    }
    const { type, id, patient } = record ?? {};
    if (typeof type !== 'string' || DATED_BY[type] === undefined) {
        throw new Refusal('record.not-writable', 'writing.form', 'Hospitals do not write records of this kind.');
    }
    if (typeof id !== 'string' || id.trim() === '' || id.length > LONGEST_ID) {
        throw new Refusal('record.id', 'writing.form', `A record's identifier has 1 to ${LONGEST_ID} characters.`);
    }
    if (typeof patient !== 'string' || patient.trim() === '' || patient.length > LONGEST_ID || patient === '-' || patient.includes('\0')) {
        throw new Refusal('identifier.invalid', 'writing.form', `A patient's identifier has 1 to ${LONGEST_ID} characters.`);
    }
    return record as ClinicalRecord;
}
