import { AccountsContract } from './accounts-contract';
import { AuditContract } from './audit-contract';
import { ClinicalLedgerContract } from './clinical-ledger-contract';
import { ErasureContract } from './erasure-contract';
import { ImportingContract } from './importing-contract';
import { ProbeContract } from './probe-contract';
import { ResourcesContract } from './resources-contract';

/** The first contract is the one whose functions need no prefix. */
export const contracts = [
    ProbeContract, ClinicalLedgerContract, AccountsContract, ImportingContract, AuditContract, ResourcesContract, ErasureContract,
];
