import { minimumOf, ResourceEvent, stockOf, units } from './resources';
import { chains, nameOf } from './resources-contract';
import { State } from './state';

interface Level {
    readonly hospital: string;
    readonly resource: { readonly ru?: string; readonly en?: string };
    readonly available: number;
    readonly reserved: number;
    readonly minimum: number;
}

/** What hospitals hold: counted from the movements they recorded; what a hospital only stated stands where it recorded none. */
export async function stockLevels(state: State, hospital: string): Promise<Level[]> {
    const levels = new Map<string, Level>();
    for (const { value } of await state.list<Level>('stock', ...(hospital === '' ? [] : [hospital]))) levels.set(keyOf(value), value);
    for (const texts of await chains(state, 'stock', hospital)) {
        const chain = texts.map((text) => JSON.parse(text) as ResourceEvent);
        const [{ hospital: owner, gtin }] = chain as [ResourceEvent];
        const stock = stockOf(chain);
        const level = {
            hospital: owner,
            resource: await nameOf(state, gtin) as Level['resource'],
            available: units(stock.available),
            reserved: units(stock.reserved),
            minimum: units(minimumOf(stock)),
        };
        levels.set(keyOf(level), level);
    }
    return [...levels.values()];
}

function keyOf({ hospital, resource }: Level): string {
    return `${hospital}\0${resource.en ?? resource.ru ?? ''}`;
}
