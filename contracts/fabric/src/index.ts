import { ClinicalLedgerContract } from './clinical-ledger-contract';
import { ProbeContract } from './probe-contract';

/** The first contract is the one whose functions need no prefix. */
export const contracts = [ProbeContract, ClinicalLedgerContract];
