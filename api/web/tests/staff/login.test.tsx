import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AccountMenu } from "../../src/staff/account/AccountMenu";
import { AuditLog } from "../../src/staff/audit/AuditLog";
import { Login } from "../../src/staff/Login";
import { arrival } from "../../src/staff/login/arrival";
import { NoDesk } from "../../src/advisor/NoDesk";
import type { Staff } from "../../src/wire/staff";
import { answering, json, type Asked } from "../fakeServer";

const TITLE = "Neuvojan työpöytä";
const staff: Staff = { name: "Maija", role: "auditor", teams: [], csrf: "merkki", second_factor: "none", totp: false };
const codes = ["AAAA-BBBB", "CCCC-DDDD"];

let asked: Asked[];
let answers: Record<string, () => Response>;

beforeEach(() => {
  answers = {
    "GET /api/v1/login/ways": () => json({ oidc: false }),
    "POST /api/v1/login": () => json(staff),
    "POST /api/v1/me/totp/enrol": () => json({ secret: "ABCDEFGH", uri: "otpauth://totp/x?secret=ABCDEFGH" }),
    "POST /api/v1/me/totp/confirm": () => json({ recovery_codes: codes, csrf: "uusi" }),
    "GET /api/v1/me/sessions": () => json([]),
  };
  asked = answering(({ method, path }) => answers[`${method} ${path}`]?.() ?? json(null, 204));
});

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("Käyttäjätunnus"), "Maija");
  await userEvent.type(screen.getByLabelText("Salasana"), "salaisuus");
  await userEvent.click(screen.getByRole("button", { name: "Kirjaudu" }));
}

describe("logging in", () => {
  it("goes in with a name and a password", async () => {
    const signedIn = vi.fn();
    render(<Login title={TITLE} notice={null} onSignedIn={signedIn} />);
    await signIn();
    expect(signedIn).toHaveBeenCalledWith(staff);
    expect(asked.at(-1)?.body).toEqual({ name: "Maija", password: "salaisuus" });
  });

  it.each([
    [401, "wrong_name_or_password", "0", "Tunnus tai salasana ei täsmää."],
    [429, "name_closed", "30", "Liian monta yritystä. Odota hetki ja yritä uudelleen."],
    [429, "name_closed", "1920", "Liian monta yritystä. Odota 32 minuuttia ja yritä uudelleen."],
    [503, "database_away", "0", "Toiminto ei onnistunut. Yritä uudelleen."],
  ])("says what went wrong: %i %s %s", async (status, code, wait, sentence) => {
    const headers = { "Content-Type": "application/problem+json", "Retry-After": wait };
    answers["POST /api/v1/login"] = () => new Response(JSON.stringify({ code }), { status, headers });
    render(<Login title={TITLE} notice={null} onSignedIn={vi.fn()} />);
    await signIn();
    expect(await screen.findByRole("alert")).toHaveTextContent(sentence);
  });

  it("offers the organisation's own log-in only where there is one", async () => {
    const first = render(<Login title={TITLE} notice={null} onSignedIn={vi.fn()} />);
    expect(screen.queryByRole("link")).toBeNull();
    first.unmount();
    answers["GET /api/v1/login/ways"] = () => json({ oidc: true });
    render(<Login title={TITLE} notice={null} onSignedIn={vi.fn()} />);
    const link = await screen.findByRole("link", { name: "Kirjaudu organisaation tunnuksella" });
    expect(link).toHaveAttribute("href", "/api/v1/login/oidc?page=neuvoja");
  });

  it("comes back from the organisation's own log-in to the page it began on", async () => {
    answers["GET /api/v1/login/ways"] = () => json({ oidc: true });
    window.history.replaceState(null, "", "/yllapito");
    render(<Login title={TITLE} notice={null} onSignedIn={vi.fn()} />);
    const link = await screen.findByRole("link", { name: "Kirjaudu organisaation tunnuksella" });
    expect(link).toHaveAttribute("href", "/api/v1/login/oidc?page=yllapito");
    window.history.replaceState(null, "", "/");
  });

  it("asks for a code with the focus in its field, and can start over", async () => {
    answers["POST /api/v1/login"] = () => json({ ...staff, second_factor: "code" });
    answers["POST /api/v1/login/totp"] = () => json({ code: "wrong_code" }, 401);
    const signedIn = vi.fn();
    render(<Login title={TITLE} notice={null} onSignedIn={signedIn} />);
    await signIn();
    expect(await screen.findByLabelText(/^Koodi/)).toHaveFocus();
    await userEvent.keyboard("123456{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Koodi ei kelpaa.");
    expect(asked.at(-1)).toMatchObject({ path: "/api/v1/login/totp", body: { code: "123456" } });
    expect(asked.at(-1)?.headers.get("X-CSRF-Token")).toBe("merkki");
    answers["POST /api/v1/login/totp"] = () => json({ ...staff, csrf: "uusi" });
    await userEvent.click(screen.getByRole("button", { name: "Vahvista" }));
    expect(signedIn).toHaveBeenCalledWith({ ...staff, csrf: "uusi" });
    await userEvent.click(screen.getByRole("button", { name: "Aloita alusta" }));
    expect(await screen.findByLabelText("Käyttäjätunnus")).toBeInTheDocument();
  });

  it("sets a required second factor up before it goes in", async () => {
    const signedIn = vi.fn();
    render(<Login title={TITLE} notice={null} begun={{ ...staff, second_factor: "enrol" }} onSignedIn={signedIn} />);
    expect(await screen.findByRole("img", { name: /Kuvio/ })).toBeInTheDocument();
    expect(screen.getByText("ABCD EFGH")).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText("Sovelluksen näyttämä koodi"), "123456");
    await userEvent.click(screen.getByRole("button", { name: "Ota käyttöön" }));
    expect(await screen.findByText("AAAA-BBBB")).toBeInTheDocument();
    expect(signedIn).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Koodit ovat tallessa" }));
    expect(signedIn).toHaveBeenCalledWith({ ...staff, csrf: "uusi", totp: true });
  });

  it("tells once why the organisation's own log-in has sent one back", () => {
    window.history.replaceState(null, "", "/neuvoja?login=oidc_unknown");
    expect(arrival()).toContain("ei ole liitetty");
    expect(window.location.search).toBe("");
    expect(arrival()).toBeNull();
  });
});

describe("one's own account", () => {
  it("says what is weak in a new password", async () => {
    answers["POST /api/v1/me/password"] = () =>
      json({ code: "weak_password", problems: [{ place: "new", code: "password_guessable", detail: "" }] }, 422);
    render(<AccountMenu staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(screen.getByRole("button", { name: "Oma tunnus: Maija" }));
    await userEvent.click(screen.getByRole("button", { name: "Vaihda salasana" }));
    await userEvent.type(screen.getByLabelText("Nykyinen salasana"), "vanha");
    await userEvent.type(screen.getByLabelText(/^Uusi salasana/), "salasana1234");
    await userEvent.click(screen.getByRole("button", { name: "Tallenna uusi salasana" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("helppo arvata");
    delete answers["POST /api/v1/me/password"];
    await userEvent.click(screen.getByRole("button", { name: "Tallenna uusi salasana" }));
    expect(await screen.findByText(/Salasana on vaihdettu/)).toBeInTheDocument();
  });

  it("knows that the second factor is on also when the codes are left unseen", async () => {
    render(<AccountMenu staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(screen.getByRole("button", { name: "Oma tunnus: Maija" }));
    await userEvent.click(screen.getByRole("button", { name: "Ota käyttöön" }));
    await userEvent.type(await screen.findByLabelText("Sovelluksen näyttämä koodi"), "123456{Enter}");
    expect(await screen.findByRole("heading", { name: "Palautuskoodit" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Sulje" }));
    await userEvent.click(screen.getByRole("button", { name: "Oma tunnus: Maija" }));
    expect(screen.getByRole("button", { name: "Poista käytöstä" })).toBeInTheDocument();
  });

  it("ends another log-in and never offers to end this one", async () => {
    const at = "2026-11-21T10:00:00Z";
    answers["GET /api/v1/me/sessions"] = () =>
      json([
        { id: "tama", created: at, seen: at, current: true },
        { id: "toinen", created: at, seen: at, current: false },
      ]);
    render(<AccountMenu staff={staff} onSignedOut={vi.fn()} />);
    await userEvent.click(screen.getByRole("button", { name: "Oma tunnus: Maija" }));
    const items = await within(screen.getByRole("dialog")).findAllByRole("listitem");
    expect(within(items[0]!).queryByRole("button")).toBeNull();
    await userEvent.click(within(items[1]!).getByRole("button", { name: /Lopeta/ }));
    expect(asked.some(({ method, path }) => method === "DELETE" && path === "/api/v1/me/sessions/toinen")).toBe(true);
  });
});

describe("without a desk", () => {
  it("tells the role and where the account is", () => {
    render(<NoDesk staff={{ ...staff, role: "admin" }} onSignedOut={vi.fn()} />);
    expect(screen.getByText(/Roolisi on ylläpitäjä/)).toBeInTheDocument();
  });

  it("reads the audit log page by page, with the same question", async () => {
    const row = { id: 5, at: "2026-11-21T10:00:00Z", staff: "-", action: "user_added", conversation: null, detail: "A" };
    answers["GET /api/v1/audit?staff=Aino"] = () => json({ items: [row], next: 5 });
    answers["GET /api/v1/audit?staff=Aino&before=5"] = () => json({ items: [{ ...row, id: 4 }], next: null });
    render(<AuditLog staff={staff} />);
    await userEvent.type(screen.getByLabelText("Käyttäjä"), " Aino ");
    await userEvent.click(screen.getByRole("button", { name: "Hae" }));
    expect(await screen.findByText("Tunnus lisättiin")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Näytä vanhempia" }));
    expect(await screen.findByText("2 riviä")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Näytä vanhempia" })).toBeNull();
  });
});
