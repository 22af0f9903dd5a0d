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

/**
 * Appends one record. The same key with the same content is recognised and answered with the first receipt; with other content it is a
 * conflict. Nothing is ever edited: a correction names the transaction it replaces.
 */
export async function append(state: State, body: string, hospital: string, key: string, supersedes: string): Promise<Receipt> {
    const record = readRecord(body);
    await requireWriter(state, hospital);
    if (key.trim() === '') {
        throw new Refusal('idempotency.missing', 'writing.key', 'An entry needs the source\'s own key, by which a second delivery is recognised.');
    }
    const digest = createHash('sha256').update(`${body}\n${supersedes}`).digest('hex');
    const delivered = await state.get<{ transaction: string; digest: string }>('delivery', hospital, key);
    if (delivered !== undefined) {
        if (delivered.digest === digest) return { transaction: delivered.transaction, duplicate: true };
        throw new Refusal('idempotency.conflict', 'writing.key', 'The same key was delivered before with other content.');
    }
    if (record.type !== 'patient' && await state.patient(record.patient) === undefined) {
        throw new Refusal('patient.unknown', 'patient.unknown', 'The ledger has no such patient; append the patient\'s own record first.');
    }
    if (supersedes !== '') await supersede(state, record, supersedes);
    const transaction = state.transaction;
    await state.put({ at: state.now, body }, 'record', record.patient, record.type, transaction);
    await state.put({ patient: record.patient, kind: record.type }, 'entry', transaction);
    await state.put({ transaction, digest }, 'delivery', hospital, key);
    if (record.type === 'patient') await state.put(transaction, 'patient', record.patient);
    if (record.type === 'document') await state.put({ transaction, patient: record.patient }, 'document', record.id);
    state.emit('RecordAppended', { kind: record.type, transaction });
    return { transaction, duplicate: false };
}

async function supersede(state: State, record: ClinicalRecord, transaction: string): Promise<void> {
    const corrected = await state.get<{ patient: string; kind: string }>('entry', transaction);
    if (corrected === undefined || corrected.patient !== record.patient || corrected.kind !== record.type) {
        throw new Refusal('supersedes.unknown', 'writing.supersedes', 'There is no such entry of this patient and kind to correct.');
    }
    if (await state.get('superseded', record.patient, record.type, transaction) !== undefined) {
        throw new Refusal('supersedes.stale', 'writing.supersedes', 'The entry was corrected already; correct the correction.');
    }
    await state.put(state.transaction, 'superseded', record.patient, record.type, transaction);
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
