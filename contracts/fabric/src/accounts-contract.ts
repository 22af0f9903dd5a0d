import { Context, Contract } from 'fabric-contract-api';
import { accountOf, AccountChange, keep } from './accounts';
import { parse } from './arguments';
import { Account } from './records';
import { Refusal } from './refusal';
import { State } from './state';
import { requireWriter } from './writing';

const LONGEST_NAME = 128;

/** Accounts of the channel and their public keys. Everybody in the channel may ask who there is; only an account's own hospital changes it. */
export class AccountsContract extends Contract {
    constructor() {
        super('Accounts');
    }

    /** Creates an account `{doctor, name, role, hospital}`; the same again is recognised. Answers `{transaction, duplicate}`. */
    async create(ctx: Context, account: string): Promise<string> {
        const state = new State(ctx);
        const { doctor, name, role, hospital } = parse<Account>(account);
        await requireWriter(state, hospital);
        if (!isName(doctor) || !isName(role)) throw new Refusal('identifier.invalid', 'accounts', `An account and a role have 1 to ${LONGEST_NAME} characters.`);
        const before = await state.get<Account>('account', doctor);
        if (before !== undefined) {
            const same = before.name.ru === name.ru && before.name.en === name.en && before.role === role && before.hospital === hospital;
            if (same) return JSON.stringify({ transaction: before.created, duplicate: true });
            throw new Refusal('account.exists', 'accounts', `There is an account '${doctor}' already, with other particulars; change that one.`);
        }
        const made: Account = { doctor, name, role, hospital, status: 'active', created: state.transaction };
        await keep(state, made, { name, role, hospital, status: 'active' });
        return JSON.stringify({ transaction: state.transaction, duplicate: false });
    }

    /** Gives an account another status or role: `{status}`, `{role}`. */
    async change(ctx: Context, doctor: string, change: string): Promise<void> {
        const state = new State(ctx);
        const { role, status } = parse<AccountChange>(change);
        const before = await accountOf(state, doctor);
        await keep(state, { ...before, role: role ?? before.role, status: status ?? before.status }, { role, status });
    }

    /** Adds or replaces a public key of an account (base64 of the DER SubjectPublicKeyInfo); an empty one revokes the key of that name. */
    async setKey(ctx: Context, doctor: string, key: string, publicKey: string): Promise<void> {
        const state = new State(ctx);
        if (!isName(key) || key.includes('/')) throw new Refusal('identifier.invalid', 'accounts', 'A key has a name without a slash.');
        const before = await accountOf(state, doctor);
        const known = before.keys?.[key];
        if (publicKey === '' && known === undefined) throw new Refusal('key.unknown', 'accounts', 'The account has no key of this name.');
        const now = publicKey === '' ? { publicKey: known!.publicKey, revoked: true } : { publicKey };
        await keep(state, { ...before, keys: { ...before.keys, [key]: now } }, { key, revoked: publicKey === '' });
    }

    /** One account with its keys, revoked ones marked: `{account}`; without `account` when there is none. */
    async find(ctx: Context, doctor: string): Promise<string> {
        return JSON.stringify({ account: await new State(ctx).get<Account>('account', doctor) });
    }

    /** All accounts of the channel, by identifier. */
    async list(ctx: Context): Promise<string> {
        return JSON.stringify((await new State(ctx).list<Account>('account')).map((row) => row.value));
    }

    /** The steps of an account's life: `[{transaction, at, body}]`. */
    async steps(ctx: Context, doctor: string): Promise<string> {
        const rows = await new State(ctx).list<{ at: string; step: object }>('account-step', doctor);
        return JSON.stringify(rows.map(({ part, value }) => ({ transaction: part, at: value.at, body: JSON.stringify(value.step) })));
    }
}

function isName(text: unknown): boolean {
    return typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_NAME && !text.includes('\0');
}
