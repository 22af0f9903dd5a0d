import { AccessContext, Consent, Emergency, Visit } from './records';

/** What the ledger knows of who asks. */
export type AskerStatus = 'active' | 'house' | 'unknown' | 'suspended' | 'revoked' | 'employed-elsewhere';

export interface Question {
    readonly patient: string;
    readonly kind: string;
    /** The hospital that made the record; absent for a kind in general. */
    readonly owner?: string | undefined;
    readonly access: AccessContext;
    /** ISO 8601 instant, by the transaction's timestamp: the same for every endorser. */
    readonly at: string;
}

/** What access to a patient depends on. */
export interface Situation {
    readonly consents: readonly Consent[];
    readonly ward?: string | undefined;
    readonly visits: readonly Visit[];
    readonly emergencies: readonly Emergency[];
    readonly erased?: boolean;
}

export interface Decision {
    readonly granted: boolean;
    readonly code: string;
    readonly rule: string;
}

const PURPOSES = new Set(['TREAT', 'ETREAT', 'BTG', 'PATRQT', 'PUBHLTH', 'HOPERAT']);
const TREATING = new Set(['TREAT', 'ETREAT', 'BTG']);
const OVERSIGHT = new Set(['access', 'consent', 'emergency']);
const REPORTABLE = new Set(['diagnosis', 'lab']);

const refuse = (code: string, rule: string): Decision => ({ granted: false, code, rule });
const permit = (rule: string): Decision => ({ granted: true, code: rule, rule });

/**
 * Decides who may read what. Law first, its refusals before its permissions; then what the patient forbids, then what the patient permits;
 * then the default: who treats the patient may read, a hospital may read its own records, nobody else may read anything. A pure function.
 */
export function decide(question: Question, situation: Situation, asker: AskerStatus): Decision {
    return lawForbids(question, situation, asker)
        ?? lawPermits(question, situation)
        ?? byConsent(question, situation, false)
        ?? byConsent(question, situation, true)
        ?? byDefault(question, situation);
}

/** True from validFrom (inclusive) to validUntil (exclusive), unless another consent in force takes it back. */
export function isInForce(consent: Consent, at: string, all: readonly Consent[]): boolean {
    return consent.revokes === undefined
        && notAfter(consent.validFrom, at)
        && (consent.validUntil === undefined || !notAfter(consent.validUntil, at))
        && !all.some((other) => other.revokes === consent.id && notAfter(other.validFrom, at));
}

/** Compares instants of different precision ("…:00Z" and "…:00.5Z"), which as text would come out the wrong way round. */
export function notAfter(left: string, right: string): boolean {
    return sortable(left) <= sortable(right);
}

/** An ISO 8601 instant with nine digits of a second, so that text order is time order. */
export function sortable(instant: string): string {
    const [seconds = '', fraction = ''] = instant.replace(/Z$/, '').split('.');
    return `${seconds}.${fraction.padEnd(9, '0')}`;
}

// Rules of law in the order of their identifiers, so that the one named does not depend on how they are written down.
function lawForbids(question: Question, situation: Situation, asker: AskerStatus): Decision | undefined {
    if (asker === 'employed-elsewhere') return refuse('account.other-hospital', 'law.account.hospital');
    if (asker === 'revoked') return refuse('account.revoked', 'law.account.revoked');
    if (asker === 'suspended') return refuse('account.suspended', 'law.account.suspended');
    if (asker === 'unknown') return refuse('account.unknown', 'law.account.unknown');
    if (situation.erased === true) return refuse('patient.erased', 'law.erased');
    if (!PURPOSES.has(question.access.purpose)) return refuse('purpose.unknown', 'law.purpose');
    if (!isClinical(question, asker)) return refuse('role.not-clinical', 'law.role');
    return undefined;
}

function lawPermits(question: Question, situation: Situation): Decision | undefined {
    const { access, at, kind } = question;
    const open = situation.emergencies.some((one) => one.patient === question.patient && one.doctor === access.doctor
        && notAfter(one.from, at) && !notAfter(one.until, at));
    if (open) return permit('law.emergency');
    if (kind === 'patient') return permit('law.identification');
    if (access.role === 'admin' && OVERSIGHT.has(kind)) return permit('law.oversight');
    if (access.purpose === 'PUBHLTH' && access.role === 'epidemiologist' && REPORTABLE.has(kind)) return permit('law.public-health');
    return undefined;
}

// Secrecy: who runs the house or watches over it reads no patient's record (323-FZ art. 13 p. 2).
function isClinical(question: Question, asker: AskerStatus): boolean {
    switch (question.access.role) {
        case 'admin': return OVERSIGHT.has(question.kind);
        case 'system': return question.kind === 'patient';
        default: return asker === 'active' && question.access.role.length > 0;
    }
}

function byConsent(question: Question, situation: Situation, permits: boolean): Decision | undefined {
    const found = situation.consents
        .filter((consent) => consent.permit === permits && speaks(consent, question, situation.consents))
        .sort((left, right) => (left.id < right.id ? -1 : 1))[0];
    if (found === undefined) return undefined;
    const code = permits ? 'consent.permit' : 'consent.deny';
    return { granted: permits, code, rule: `${code}:${found.id}` };
}

function speaks(consent: Consent, { access, at, kind, patient }: Question, all: readonly Consent[]): boolean {
    return isInForce(consent, at, all)
        && consent.patient === patient
        && (consent.kinds.includes('*') || consent.kinds.includes(kind))
        && (consent.purpose === '*' || consent.purpose === access.purpose)
        && isAbout(consent, access);
}

function isAbout(consent: Consent, access: AccessContext): boolean {
    switch (consent.granteeKind) {
        case 'doctor': return consent.grantee === access.doctor;
        case 'role': return consent.grantee === access.role;
        case 'hospital': return consent.grantee === access.hospital;
        case 'anyone': return true;
        default: return false;
    }
}

function byDefault(question: Question, situation: Situation): Decision {
    const { hospital, purpose } = question.access;
    if (TREATING.has(purpose) && hospital !== undefined) {
        const today = question.at.slice(0, 10);
        const treats = situation.ward === hospital || situation.visits.some((visit) =>
            visit.hospital === hospital && visit.date <= today && today <= (visit.endDate ?? visit.date));
        if (treats) return permit('default.treating');
        if (question.owner === hospital) return permit('default.own-hospital');
    }
    return refuse('consent.missing', 'default.deny');
}
