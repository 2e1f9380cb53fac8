/** One request to the product: JSON or a file in, JSON out, failures as two kinds of error. */

/** The server answered, and refused. `code` is the stable code of its problem details, `faults` are those of fields. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly faults: readonly string[] = [],
    /** Seconds until it may be tried again; 0 where the server does not say. */
    readonly retryAfter = 0,
    /** How it is now, when somebody else has changed it meanwhile. */
    readonly newest: unknown = null,
    /** Where each of the faults is. */
    readonly places: readonly string[] = [],
  ) {
    super(`${String(status)} ${code}`);
  }

  /** True when the same request may succeed later without any change. */
  get temporary(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** No answer came: no network, the server is down, or it took too long. */
export class Unreachable extends Error {}

export interface Call {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON; a file as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds before giving up. */
  patience?: number;
}

interface Details {
  code?: unknown;
  problems?: { code: string; place?: string }[];
  newest?: unknown;
}

async function refusal(response: Response): Promise<Refused> {
  const retryAfter = Number(response.headers.get("Retry-After") ?? 0);
  try {
    const problem = (await response.json()) as Details;
    const { problems = [] } = problem;
    const code = typeof problem.code === "string" ? problem.code : "unknown";
    const faults = problems.map((one) => one.code);
    return new Refused(response.status, code, faults, retryAfter, problem.newest, problems.map(({ place }) => place ?? ""));
  } catch {
    return new Refused(response.status, "unknown", [], retryAfter);
  }
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new Unreachable(path, { cause });
  }
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const { method = "GET", body, headers = {}, patience = 20_000 } = options;
  const isFile = body instanceof Blob;
  const response = await reach(path, {
    method,
    headers: body === undefined ? headers : { ...headers, "Content-Type": isFile ? body.type : "application/json" },
    body: body === undefined ? null : isFile ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
  });
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new Unreachable(path, { cause });
  }
}

/** A file that the server makes, for the person to keep. */
export async function fetchFile(path: string, headers: Record<string, string>): Promise<Blob> {
  const response = await reach(path, { headers, signal: AbortSignal.timeout(20_000), cache: "no-store" });
  if (!response.ok) throw await refusal(response);
  return response.blob();
}
