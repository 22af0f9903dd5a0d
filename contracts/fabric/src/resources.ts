import { Refusal } from './refusal';
import { notAfter } from './rules';

/** Something that happened to a medicine, a device, a stock or a procurement; which members it has depends on its type. */
export interface ResourceEvent {
    readonly type: string;
    readonly time: string;
    readonly hospital: string;
    readonly gtin: string;
    readonly serial: string;
    readonly category: string;
    readonly from: string;
    readonly to: string;
    readonly by: string;
    readonly name: unknown;
    readonly norm: number;
    readonly movement: string;
    readonly quantity: number;
    readonly request: string;
    readonly priceCeiling: number;
    readonly currency: string;
    readonly deadline: string;
    readonly supplier: string;
    readonly price: number;
    readonly deliveryDays: number;
    readonly reason?: string;
}

/** What an organisation holds of a product, in millionths of a unit. */
export interface Stock {
    readonly available: bigint;
    readonly reserved: bigint;
    readonly norm: bigint;
}

const MILLION = 1_000_000n;
const MOST = 1_000_000_000;

/** The chain an event belongs to: a product, a numbered package, a hospital's stock of a product, or a procurement. */
export function chainOf(event: ResourceEvent): string[] {
    switch (event.type) {
        case 'product': case 'batch': case 'recall': return ['product', event.gtin];
        case 'item': case 'transfer': case 'use': return ['item', event.gtin, event.serial];
        case 'norm': case 'movement': return ['stock', event.hospital, event.gtin];
        case 'request': case 'offer': case 'choice': return ['procurement', event.request];
        default: throw refusal('argument.malformed', 'There is no resource event of this type.');
    }
}

/** Refuses an event that contradicts the chain it would be appended to. The rules and their codes are the embedded ledger's. */
export function check(event: ResourceEvent, chain: readonly ResourceEvent[], productKnown: boolean): void {
    switch (event.type) {
        case 'product':
            need(event.category === 'medicine' || event.category === 'device', 'resource.category', 'The category must be \'medicine\' or \'device\'.');
            need(isGtin(event.gtin), 'resource.gtin', 'A GTIN has 14 digits, the last of them the check digit.');
            return;
        case 'transfer': return requireOwner(chain, event.from);
        case 'use': return requireOwner(chain, event.by);
        case 'offer': return checkOffer(event, chain);
        case 'choice': return checkChoice(event, chain);
    }
    if (event.type === 'item') need(!chain.some((one) => one.type === 'item'), 'resource.exists', 'A package with this number is registered already.');
    need(productKnown, 'resource.unknown', 'The product is not registered.');
    if (event.type === 'norm') need(event.norm === 0 || millionths(event.norm) > 0n, 'stock.quantity', 'The norm must not be negative.');
    if (event.type === 'movement') checkMovement(event, chain);
    if (event.type === 'request') checkRequest(event, chain);
}

/** Folds a stock's chain. */
export function stockOf(chain: readonly ResourceEvent[]): Stock {
    return chain.reduce(after, { available: 0n, reserved: 0n, norm: 0n });
}

/** The balance that must be kept: 97 % of the norm, in whole units, rounded up; in millionths. */
export function minimumOf(stock: Stock): bigint {
    return ((stock.norm * 97n + 100n * MILLION - 1n) / (100n * MILLION)) * MILLION;
}

/** Millionths as units. */
export function units(amount: bigint): number {
    return Number(amount) / Number(MILLION);
}

function after(stock: Stock, event: ResourceEvent): Stock {
    const { available, reserved } = stock;
    if (event.type === 'norm') return { ...stock, norm: millionths(event.norm) };
    if (event.type !== 'movement') return stock;
    const quantity = millionths(event.quantity);
    switch (event.movement) {
        case 'received': return { ...stock, available: available + quantity };
        case 'reserved': return { ...stock, available: available - quantity, reserved: reserved + quantity };
        case 'released': return { ...stock, available: available + quantity, reserved: reserved - quantity };
        case 'dispensed': {
            // To a patient goes first what is promised.
            const promised = reserved < quantity ? reserved : quantity;
            return { ...stock, reserved: reserved - promised, available: available - (quantity - promised) };
        }
        case 'sent': case 'written-off': return { ...stock, available: available - quantity };
        default: throw refusal('argument.malformed', 'There is no movement of this name.');
    }
}

// A patient is never refused because of the minimum; only passing on to another organisation is.
function checkMovement(event: ResourceEvent, chain: readonly ResourceEvent[]): void {
    need(millionths(event.quantity) > 0n, 'stock.quantity', 'The quantity must be more than 0.');
    const before = stockOf(chain);
    const now = after(before, event);
    need(now.available >= 0n && now.reserved >= 0n, 'stock.insufficient',
        `Only ${units(before.available)} units are available and ${units(before.reserved)} are reserved.`);
    const [balance, minimum] = [now.available + now.reserved, minimumOf(now)];
    need(event.movement !== 'sent' || balance >= minimum, 'stock.minimum',
        `The balance would fall to ${units(balance)}, below the minimum of ${units(minimum)} units (97 % of the norm).`);
}

function checkRequest(event: ResourceEvent, chain: readonly ResourceEvent[]): void {
    need(chain.length === 0, 'procurement.exists', 'A request with this identifier was made already.');
    need(millionths(event.quantity) > 0n && millionths(event.priceCeiling) > 0n, 'procurement.quantity', 'Quantity and price ceiling must be more than 0.');
    need(!notAfter(event.deadline, event.time), 'procurement.closed', 'The deadline must lie ahead.');
}

function checkOffer(offer: ResourceEvent, chain: readonly ResourceEvent[]): void {
    const request = requestOf(chain);
    const open = !chain.some((one) => one.type === 'choice') && !notAfter(request.deadline, offer.time);
    need(open, 'procurement.closed', 'The request takes no more offers.');
    const price = millionths(offer.price);
    need(price > 0n && price <= millionths(request.priceCeiling), 'procurement.price-ceiling',
        `A unit may cost at most ${request.priceCeiling} ${request.currency}, and more than nothing.`);
    const quantity = millionths(offer.quantity);
    need(quantity > 0n && quantity <= millionths(request.quantity) && offer.deliveryDays >= 0, 'procurement.quantity',
        `An offer is for more than 0 and at most ${request.quantity} units, in 0 days or more.`);
}

function checkChoice(choice: ResourceEvent, chain: readonly ResourceEvent[]): void {
    requestOf(chain);
    need(!chain.some((one) => one.type === 'choice'), 'procurement.closed', 'An offer has been taken already.');
    const last = new Map(chain.filter((one) => one.type === 'offer').map((offer) => [offer.supplier, offer]));
    need(last.has(choice.supplier), 'procurement.no-offer', 'This supplier made no offer.');
    const [best] = [...last.values()].sort((left, right) => left.price - right.price || left.deliveryDays - right.deliveryDays
        || Number(notAfter(right.time, left.time)) - Number(notAfter(left.time, right.time)));
    need(best?.supplier === choice.supplier || (choice.reason ?? '').trim() !== '', 'procurement.reason', 'Another offer is cheaper; say why this one is taken.');
}

/** The request of a procurement's chain. */
export function requestOf(chain: readonly ResourceEvent[]): ResourceEvent {
    const request = chain.find((one) => one.type === 'request');
    if (request === undefined) throw refusal('procurement.unknown', 'There is no request with this identifier.');
    return request;
}

function requireOwner(chain: readonly ResourceEvent[], owner: string): void {
    const item = chain.find((one) => one.type === 'item') as (ResourceEvent & { owner: string }) | undefined;
    if (item === undefined) throw refusal('resource.unknown', 'No package with this number is registered.');
    need(!chain.some((one) => one.type === 'use'), 'resource.used', 'The package has been used.');
    const present = chain.filter((one) => one.type === 'transfer').at(-1)?.to ?? item.owner;
    need(present === owner, 'resource.owner', 'Only the present owner can pass a package on or use it.');
}

// Sums of decimal fractions must come out the same on every peer and in every language, so they are added as whole numbers.
function millionths(amount: number): bigint {
    const scaled = Math.round(amount * Number(MILLION));
    if (!Number.isFinite(amount) || Math.abs(amount) > MOST || scaled / Number(MILLION) !== amount) {
        throw refusal('stock.quantity', `A quantity or price has at most six decimal places and is at most ${MOST}.`);
    }
    return BigInt(scaled);
}

// Check digit by the GS1 General Specifications, 7.9: weights 3 and 1 in turn.
function isGtin(gtin: unknown): boolean {
    if (typeof gtin !== 'string' || !/^[0-9]{14}$/.test(gtin)) return false;
    const sum = [...gtin.slice(0, -1)].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
    return (10 - (sum % 10)) % 10 === Number(gtin.at(-1));
}

function need(holds: boolean, code: string, message: string): void {
    if (!holds) throw refusal(code, message);
}

function refusal(code: string, message: string): Refusal {
    return new Refusal(code, code, message);
}
