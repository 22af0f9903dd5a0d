/** The server refused; `message` is its sentence for the admin. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Asks one of the admin's endpoints. JSON goes in and comes out; sound goes in as bytes. */
export async function api<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
  const binary = body instanceof ArrayBuffer;
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { "X-VoiceMed": "1", ...(body === undefined ? {} : { "Content-Type": binary ? "application/octet-stream" : "application/json" }) },
    ...(body === undefined ? {} : { body: binary ? body : JSON.stringify(body) }),
  });
  const content = response.headers.get("Content-Type")?.includes("json") ? await response.json() as unknown : undefined;
  if (!response.ok) throw new ApiError(response.status, (content as { detail?: string; title?: string } | undefined)?.detail ?? (content as { title?: string } | undefined)?.title ?? response.statusText);
  return content as T;
}
