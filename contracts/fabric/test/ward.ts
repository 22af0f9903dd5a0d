import { ClinicalLedgerContract } from '../src/clinical-ledger-contract';
import { MemoryChannel } from './memory-channel';

/** Two hospitals of two organisations, three accounts and a patient who lies in the first hospital. */
export class Ward {
    readonly channel = new MemoryChannel();
    readonly ledger = new ClinicalLedgerContract();

    static async open(): Promise<Ward> {
        const ward = new Ward();
        await ward.admit('hospital-1', 'Org1MSP');
        await ward.admit('hospital-2', 'Org2MSP');
        await ward.account('smirnova', 'hospital-1', 'Org1MSP');
        await ward.account('petrov', 'hospital-2', 'Org2MSP');
        await ward.account('boss', 'hospital-1', 'Org1MSP');
        await ward.append({ type: 'patient', id: 'p1', patient: 'patient-1', name: { ru: 'Королёв Пётр' }, birthDate: '1960-02-03', ward: 'hospital-1' });
        return ward;
    }

    admit(id: string, msp: string): Promise<void> {
        return this.channel.submit((ctx) => this.ledger.admitHospital(ctx, JSON.stringify({ id, name: { en: id } })), msp);
    }

    account(doctor: string, hospital: string, msp: string, status = 'active'): Promise<void> {
        const account = { doctor, hospital, name: { ru: doctor }, role: 'doctor', status };
        return this.channel.submit((ctx) => this.ledger.setAccount(ctx, JSON.stringify(account)), msp);
    }

    async append(record: object, { hospital = 'hospital-1', msp = 'Org1MSP', key = JSON.stringify(record), supersedes = '' } = {}): Promise<Receipt> {
        return JSON.parse(await this.channel.submit(
            (ctx) => this.ledger.append(ctx, JSON.stringify(record), hospital, key, supersedes), msp)) as Receipt;
    }

    async decide(kind: string, access: object, operation = 'getIt'): Promise<Answer> {
        return JSON.parse(await this.channel.submit(
            (ctx) => this.ledger.decide(ctx, operation, 'patient-1', kind, '{}', JSON.stringify(access)))) as Answer;
    }

    async read(kind: string, access: object = smirnova, filter: object = {}): Promise<Page> {
        return JSON.parse(await this.channel.evaluate(
            (ctx) => this.ledger.read(ctx, 'patient-1', kind, JSON.stringify(filter), JSON.stringify(access)))) as Page;
    }
}

export interface Receipt { transaction: string; duplicate: boolean }
export interface Answer { granted: boolean; code: string; rule: string; audit: { id: string; duplicate: boolean }; emergency?: { id: string; until: string } }
export interface Page { rule: string; items: { transaction: string; body: string }[]; total: number; withheld: number; withheldRule?: string }

export const smirnova = { doctor: 'smirnova', role: 'doctor', hospital: 'hospital-1', purpose: 'TREAT' };
export const petrov = { doctor: 'petrov', role: 'doctor', hospital: 'hospital-2', purpose: 'TREAT' };
export const admin = { doctor: 'boss', role: 'admin', hospital: 'hospital-1', purpose: 'HOPERAT' };

export function visit(id: string, date: string, hospital = 'hospital-1'): object {
    return { type: 'visit', id, patient: 'patient-1', hospital, department: 'cardiology', date, reason: { ru: 'планово' } };
}

export function consent(id: string, permit: boolean, more: object = {}): object {
    return {
        type: 'consent', id, patient: 'patient-1', permit, granteeKind: 'doctor', grantee: 'petrov', kinds: ['*'], purpose: '*',
        validFrom: '2026-01-01T00:00:00Z', ...more,
    };
}

export const ids = (page: Page): string[] => page.items.map((item) => (JSON.parse(item.body) as { id: string }).id);
