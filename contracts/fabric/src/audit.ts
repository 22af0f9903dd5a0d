import { AccessContext, Account } from './records';
import { Decision } from './rules';
import { State } from './state';

/** Stands for the patient in audit entries that are about none. */
export const NOBODY = '-';

export interface AuditReceipt {
    readonly id: string;
    readonly transaction: string;
    readonly duplicate: boolean;
}

/**
 * Writes one audit entry. The same turn asking the same thing again leaves no second one. A refusal is an entry like a permission, which is
 * why refusing must not fail the transaction.
 */
export async function audit(
    state: State, patient: string, operation: string, decision: Pick<Decision, 'granted' | 'rule'>, access: AccessContext,
): Promise<AuditReceipt> {
    const once = access.turn === undefined ? undefined : [access.turn, operation, patient, String(decision.granted)];
    if (once !== undefined) {
        const before = await state.get<AuditReceipt>('audited', ...once);
        if (before !== undefined) return { ...before, duplicate: true };
    }
    const receipt = { id: `access-${state.transaction.slice(0, 16)}`, transaction: state.transaction, duplicate: false };
    const account = access.doctor === undefined ? undefined : await state.get<Account>('account', access.doctor);
    const name = account?.name ?? (access.doctorName === undefined ? undefined : { ru: access.doctorName, en: access.doctorName });
    const body = JSON.stringify({
        type: 'access',
        id: receipt.id,
        patient,
        time: state.now,
        doctor: access.doctor,
        doctorName: name,
        role: access.role,
        operation,
        purpose: access.purpose,
        granted: decision.granted,
        reason: decision.rule,
        trust: access.trust === undefined ? undefined : Math.round(access.trust * 1000) / 1000,
        turn: access.turn,
        terminal: access.terminal,
    });
    await state.put({ at: state.now, body }, 'record', patient, 'access', state.transaction);
    await state.put({ patient }, 'access-by', access.doctor ?? NOBODY, state.transaction);
    if (once !== undefined) await state.put(receipt, 'audited', ...once);
    return receipt;
}
