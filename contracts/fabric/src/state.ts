import { Context } from 'fabric-contract-api';
import { Account, ClinicalRecord, Consent, Emergency, Entry, Hospital, Patient, Tombstone, Visit } from './records';
import { AskerStatus, Situation } from './rules';
import { AccessContext } from './records';

const EMERGENCY_LASTS_SECONDS = 30 * 60;

/**
 * The ledger's keys in the channel's state. One fact has one key and is never overwritten, so that two hospitals never conflict; what a
 * correction replaces is marked by a key of its own.
 */
export class State {
    constructor(private readonly ctx: Context) {}

    /** The transaction's timestamp: ISO 8601, the same for every endorser. */
    get now(): string {
        return this.instant(0);
    }

    get transaction(): string {
        return this.ctx.stub.getTxID();
    }

    get writerMsp(): string {
        return this.ctx.clientIdentity.getMSPID();
    }

    /** The transaction's timestamp moved by whole seconds. */
    instant(seconds: number): string {
        const stamp = this.ctx.stub.getTxTimestamp();
        const whole = new Date((Number(stamp.seconds) + seconds) * 1000).toISOString().slice(0, 19);
        const fraction = String(stamp.nanos).padStart(9, '0').replace(/0+$/, '');
        return fraction === '' ? `${whole}Z` : `${whole}.${fraction}Z`;
    }

    emergencyEnds(): string {
        return this.instant(EMERGENCY_LASTS_SECONDS);
    }

    async get<T>(type: string, ...parts: string[]): Promise<T | undefined> {
        const bytes = await this.ctx.stub.getState(this.ctx.stub.createCompositeKey(type, parts));
        return bytes.length === 0 ? undefined : JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
    }

    async put(value: unknown, type: string, ...parts: string[]): Promise<void> {
        await this.ctx.stub.putState(this.ctx.stub.createCompositeKey(type, parts), Buffer.from(JSON.stringify(value)));
    }

    async delete(type: string, ...parts: string[]): Promise<void> {
        await this.ctx.stub.deleteState(this.ctx.stub.createCompositeKey(type, parts));
    }

    /** Everything below a partial key, in key order, with the last part of its key. */
    async list<T>(type: string, ...parts: string[]): Promise<{ part: string; value: T }[]> {
        const found: { part: string; value: T }[] = [];
        for await (const row of this.ctx.stub.getStateByPartialCompositeKey(type, parts)) {
            const { attributes } = this.ctx.stub.splitCompositeKey(row.key);
            found.push({ part: attributes[attributes.length - 1] ?? '', value: JSON.parse(Buffer.from(row.value).toString('utf8')) as T });
        }
        return found;
    }

    /** A patient's records of one kind that nothing supersedes. */
    async entries<T extends ClinicalRecord>(patient: string, kind: string): Promise<Entry<T>[]> {
        const superseded = new Set((await this.list('superseded', patient, kind)).map((row) => row.part));
        return (await this.list<{ at: string; body: string }>('record', patient, kind))
            .filter((row) => !superseded.has(row.part))
            .map((row) => ({ transaction: row.part, at: row.value.at, body: row.value.body, record: JSON.parse(row.value.body) as T }));
    }

    /** Who the patient is by the newest entry, or undefined when the ledger has no such patient. */
    async patient(patient: string): Promise<Entry<Patient> | undefined> {
        return (await this.entries<Patient>(patient, 'patient')).sort((left, right) => (left.at < right.at ? 1 : -1))[0];
    }

    /** That a patient's records were erased, or undefined. */
    tombstone(patient: string): Promise<Tombstone | undefined> {
        return this.get<Tombstone>('tombstone', patient);
    }

    async situation(patient: Entry<Patient>): Promise<Situation> {
        const id = patient.record.patient;
        return {
            ward: patient.record.ward,
            consents: (await this.entries<Consent>(id, 'consent')).map((entry) => entry.record),
            visits: (await this.entries<Visit>(id, 'visit')).map((entry) => entry.record),
            emergencies: (await this.list<Emergency>('emergency-of', id)).map((row) => row.value),
        };
    }

    async statusOf(access: AccessContext): Promise<AskerStatus> {
        if (access.doctor === undefined) return access.role === 'system' ? 'house' : 'unknown';
        const account = await this.get<Account>('account', access.doctor);
        if (account === undefined) return 'unknown';
        if (account.status !== 'active') return account.status;
        return access.hospital !== undefined && access.hospital !== account.hospital ? 'employed-elsewhere' : 'active';
    }

    hospital(id: string): Promise<Hospital | undefined> {
        return this.get<Hospital>('hospital', id);
    }

    emit(name: string, value: unknown): void {
        this.ctx.stub.setEvent(name, Buffer.from(JSON.stringify(value)));
    }
}
