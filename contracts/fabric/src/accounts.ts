import { Account } from './records';
import { Refusal } from './refusal';
import { State } from './state';
import { requireWriter } from './writing';

const STATUSES = ['active', 'suspended', 'revoked'];

/** What one writes about an account; what is left out stays as it was. */
export type AccountChange = Partial<Pick<Account, 'name' | 'role' | 'status'>>;

/** An account by its identifier; only its own hospital's organisation may change it. A revoked account stays revoked. */
export async function accountOf(state: State, doctor: string): Promise<Account> {
    const account = await state.get<Account>('account', doctor);
    if (account === undefined) throw new Refusal('account.unknown', 'accounts', `There is no account '${doctor}'.`);
    await requireWriter(state, account.hospital);
    if (account.status === 'revoked') {
        throw new Refusal('account.revoked', 'accounts', `The account '${doctor}' is revoked for ever; create another.`);
    }
    return account;
}

/** Writes an account and the step of its life; the step has a key of its own, so that nothing of the history is overwritten. */
export async function keep(state: State, account: Account, step: object): Promise<void> {
    if (!STATUSES.includes(account.status)) throw new Refusal('account.status', 'accounts', `A status is one of ${STATUSES.join(', ')}.`);
    await state.put(account, 'account', account.doctor);
    await state.put({ at: state.now, step }, 'account-step', account.doctor, state.transaction);
}
