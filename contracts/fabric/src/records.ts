/** The record kinds hospitals may write, with the member that dates a record of that kind. */
export const DATED_BY: Readonly<Record<string, string>> = {
    patient: '', // who somebody is has no date
    visit: 'date',
    document: 'date',
    observation: 'time',
    medication: 'start',
    allergy: 'recorded',
    diagnosis: 'date',
    lab: 'time',
    consent: 'validFrom',
};

/** A record as JSON; only the members the rules look at are named. */
export interface ClinicalRecord {
    readonly type: string;
    readonly id: string;
    readonly patient: string;
    readonly hospital?: string;
    readonly [member: string]: unknown;
}

export interface Patient extends ClinicalRecord {
    readonly name: { readonly ru?: string; readonly en?: string };
    readonly birthDate: string;
    readonly ward?: string;
}

export interface Visit extends ClinicalRecord {
    readonly date: string;
    readonly endDate?: string;
}

export interface Consent extends ClinicalRecord {
    readonly permit: boolean;
    readonly granteeKind: 'doctor' | 'role' | 'hospital' | 'anyone';
    readonly grantee: string;
    readonly kinds: readonly string[];
    readonly purpose: string;
    readonly validFrom: string;
    readonly validUntil?: string;
    readonly revokes?: string;
}

export interface Emergency {
    readonly type: 'emergency';
    readonly id: string;
    readonly patient: string;
    readonly doctor: string;
    readonly reason: string;
    readonly from: string;
    readonly until: string;
}

/** What stays of an erased patient: says nothing of the patient. */
export interface Tombstone {
    readonly transaction: string;
    readonly at: string;
    /** The hospital that answers for the erasure. */
    readonly hospital: string;
    /** Why, for example `retention-over`. */
    readonly basis: string;
}

export interface Hospital {
    readonly id: string;
    readonly msp: string;
    readonly [member: string]: unknown;
}

export interface Account {
    readonly doctor: string;
    readonly hospital: string;
    readonly name: { readonly ru?: string; readonly en?: string };
    readonly role: string;
    readonly status: 'active' | 'suspended' | 'revoked';
    /** The transaction that created it. */
    readonly created?: string;
    /** Public keys by name (base64 of the DER SubjectPublicKeyInfo); a revoked one stays known, so that its holder is told so. */
    readonly keys?: Readonly<Record<string, { readonly publicKey: string; readonly revoked?: boolean }>>;
}

/** On whose behalf, and why, the ledger is asked. */
export interface AccessContext {
    readonly doctor?: string;
    readonly doctorName?: string;
    readonly role: string;
    readonly hospital?: string;
    readonly purpose: string;
    readonly trust?: number;
    readonly turn?: string;
    readonly terminal?: string;
}

/** What a question wants to see of a kind. Days and times are ISO 8601; `from` is inclusive, `until` exclusive, both compared as text. */
export interface Filter {
    readonly members?: Readonly<Record<string, string>>;
    readonly from?: string;
    readonly until?: string;
    readonly count?: number;
}

/** A record with the transaction that wrote it. `at` orders records of the same date. */
export interface Entry<T extends ClinicalRecord = ClinicalRecord> {
    readonly transaction: string;
    readonly at: string;
    readonly record: T;
    /** The bytes the hospital wrote, unchanged: what endorsements vouch for. */
    readonly body: string;
}
