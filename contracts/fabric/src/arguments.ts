import { Refusal } from './refusal';

/** Reads an argument that is JSON. */
export function parse<T>(json: string): T {
    try {
        return JSON.parse(json) as T;
    } catch {
        throw new Refusal('argument.malformed', 'writing.form', 'An argument is no JSON.');
    }
}
