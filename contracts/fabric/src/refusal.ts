/**
 * A refusal by rule. Its text reaches the client as `chaincode response 500, refused|code|rule|message`; no patient's data stands in it,
 * because error texts end in logs.
 */
export class Refusal extends Error {
    constructor(readonly code: string, readonly rule: string, message: string) {
        super(`refused|${code}|${rule}|${message}`);
        this.name = 'Refusal';
    }
}
