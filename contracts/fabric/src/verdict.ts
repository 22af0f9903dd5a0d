import { ResourceEvent } from './resources';

/** What stands on a package: the client reads the code (GS1 General Specifications) and hands over what it found. */
export interface Label {
    /** The text as it was scanned or spoken. */
    readonly text: string;
    readonly gtin?: string;
    readonly serial?: string;
    readonly batch?: string;
    /** The last day of use, ISO 8601. */
    readonly expiry?: string;
    /** Why nothing could be read, for example `not-a-gs1-code`. */
    readonly fault?: string;
}

/** What a code is worth. */
export interface Verdict {
    readonly code: string;
    readonly status: 'genuine' | 'recalled' | 'already-used' | 'expired' | 'unknown';
    readonly name?: unknown;
    readonly details: Readonly<Record<string, string>>;
}

interface Names { readonly ru?: string; readonly en?: string }
type Product = ResourceEvent & { readonly maker: Names; readonly serialized?: boolean };
type Batch = ResourceEvent & { readonly batch: string; readonly expiry?: string };
type Recall = ResourceEvent & { readonly batch?: string; readonly reason: Names };
type Item = ResourceEvent & { readonly owner: string; readonly batch?: string; readonly expiry?: string };

/**
 * Decides what a scanned code is worth, by the embedded ledger's rules. The gravest finding wins: recalled, already used, expired; what the
 * registry does not know, or what contradicts it, is unknown, with the reason as a stable code, and never genuine. A pure function.
 */
export function judge(label: Label, productEvents: readonly ResourceEvent[], itemEvents: readonly ResourceEvent[], today: string): Verdict {
    const product = last<Product>(productEvents, 'product');
    if (label.fault !== undefined || label.gtin === undefined || product === undefined) {
        const reason = label.fault ?? (label.gtin === undefined ? 'gtin-missing' : 'product-unknown');
        return { code: label.text, status: 'unknown', details: { reason } };
    }
    const item = itemEvents.find((one) => one.type === 'item') as Item | undefined;
    const batch = item === undefined ? label.batch : item.batch ?? label.batch;
    const registered = productEvents.filter((one) => one.type === 'batch' && (one as Batch).batch === batch).at(-1) as Batch | undefined;
    const due = item?.expiry ?? registered?.expiry;
    const found: Record<string, string> = { gtin: label.gtin, category: product.category, maker: both(product.maker) };
    if (batch !== undefined) found.batch = batch;
    if (label.serial !== undefined) found.serial = label.serial;
    const expiry = due ?? label.expiry;
    if (expiry !== undefined) found.expiry = expiry;
    if (item !== undefined) found.owners = [item.owner, ...itemEvents.filter((one) => one.type === 'transfer').map((one) => one.to)].join(' → ');
    const verdict = (status: Verdict['status'], more: Record<string, string> = {}): Verdict =>
        ({ code: label.text, status, name: product.name, details: { ...found, ...more } });

    // A package whose batch is not known is covered by recalls of the whole product only.
    const recall = productEvents.find((one) => one.type === 'recall' && ((one as Recall).batch === undefined || (one as Recall).batch === batch));
    if (recall !== undefined) return verdict('recalled', { reason: both((recall as unknown as Recall).reason) });
    const reason = contradiction(label, product, item, registered, batch, due);
    if (reason !== undefined) return verdict('unknown', { reason });
    const use = itemEvents.find((one) => one.type === 'use');
    if (use !== undefined) return verdict('already-used', { usedBy: use.by, usedAt: `${use.time.slice(0, 19)}Z` });
    return verdict(expiry !== undefined && expiry < today ? 'expired' : 'genuine');
}

function contradiction(
    label: Label, product: Product, item: Item | undefined, registered: Batch | undefined, batch: string | undefined, due: string | undefined,
): string | undefined {
    if (product.serialized === true && item === undefined) return label.serial === undefined ? 'serial-missing' : 'serial-unknown';
    if (item === undefined && registered === undefined) return batch === undefined ? 'batch-missing' : 'batch-unknown';
    if (item?.batch !== undefined && label.batch !== undefined && item.batch !== label.batch) return 'batch-mismatch';
    return label.expiry !== undefined && due !== undefined && label.expiry !== due ? 'expiry-mismatch' : undefined;
}

function last<T extends ResourceEvent>(events: readonly ResourceEvent[], type: string): T | undefined {
    return events.filter((one) => one.type === type).at(-1) as T | undefined;
}

function both({ ru, en }: Names): string {
    const [russian, english] = [ru ?? en ?? '', en ?? ru ?? ''];
    return russian === english ? russian : `${russian} / ${english}`;
}
