// The figures of this server: asked for with the ETag of those that are there, when the server says that they have changed and every
// few seconds besides. Nothing here ends: a server that is away is asked again.
const POLL = { followed: 10_000, alone: 2_000, failed: 3_000 };
const PATIENCE = 15_000;

/** Milliseconds that differ a little, so that a hundred walls do not ask at once. */
const about = (pause) => pause * (0.9 + Math.random() * 0.2);

export class Source {
  #token;
  #tell;
  #eTag = "";
  #asking = false;
  #again = false;
  #timer = 0;
  #isFollowed = false;
  #following = null;
  #wasAway = false;

  /** @param tell { figures(document), confirmed(), refused(status, detail), away(), back() } */
  constructor(token, tell) {
    this.#token = token;
    this.#tell = tell;
  }

  start() {
    this.poll();
    this.#follow();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#tell = null;
    this.#following?.abort();
  }

  /** Asks now. What is asked for while an answer is on its way is asked after it. */
  async poll() {
    if (!this.#tell) return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#asking = true;
    const pause = await this.#ask();
    this.#asking = false;
    if (!this.#tell) return;
    this.#timer = setTimeout(() => this.poll(), this.#again ? 0 : about(pause));
    this.#again = false;
  }

  /** How long to wait before the next one. */
  async #ask() {
    let reply;
    let figures = null;
    try {
      reply = await this.get("/v1/dashboard", this.#eTag ? { "If-None-Match": this.#eTag } : {}, AbortSignal.timeout(PATIENCE));
      if (reply.status !== 304) figures = await reply.json();
    } catch {
      if (!reply || reply.ok) return this.#away();
    }
    if (!this.#tell) return POLL.failed;
    if (reply.status === 304 || reply.ok) {
      if (reply.ok) {
        this.#eTag = reply.headers.get("ETag") ?? "";
        this.#tell.figures(figures);
      }
      this.#tell.confirmed();
      if (this.#wasAway) this.#tell.back();
      this.#wasAway = false;
      return this.#isFollowed ? POLL.followed : POLL.alone;
    }
    // Refused, and not because the server is busy or starting.
    if ([401, 403].includes(reply.status)) {
      this.#tell.refused(reply.status, figures?.detail ?? "");
      return POLL.followed;
    }
    return this.#away();
  }

  #away() {
    this.#wasAway = true;
    this.#tell?.away();
    return POLL.failed;
  }

  get(path, headers = {}, signal = AbortSignal.timeout(PATIENCE)) {
    return fetch(path, { headers: { ...headers, Authorization: `Bearer ${this.#token}` }, credentials: "omit", cache: "no-store", signal });
  }

  /** Listens until the server ends it, and again. Without it there is polling. */
  async #follow() {
    let pause = 1_000;
    while (this.#tell) {
      this.#following = new AbortController();
      const began = Date.now();
      try {
        const reply = await this.get("/v1/events", {}, this.#following.signal);
        if (reply.ok && reply.body) await this.#listen(reply.body.pipeThrough(new TextDecoderStream()).getReader());
      } catch {
        // Away, or cut off: said by the polls, which go on.
      }
      this.#isFollowed = false;
      // Ended as it does after some minutes: back at once.
      pause = Date.now() - began > 60_000 ? 1_000 : Math.min(pause * 2, 30_000);
      await new Promise((done) => setTimeout(done, about(pause)));
    }
  }

  async #listen(reader) {
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done || !this.#tell) return;
      this.#isFollowed = true;
      const events = (rest + value).split("\n\n");
      rest = events.pop();
      // Another caller's feed names rows, a wall's its figures: both say that something has changed.
      if (events.some((event) => event.includes("\ndata:") && !(this.#eTag && event.includes(JSON.stringify(this.#eTag.replace(/^W\//, "")))))) {
        setTimeout(() => this.poll(), Math.random() * 200);
      }
    }
  }
}
