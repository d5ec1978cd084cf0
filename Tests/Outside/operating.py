#!/usr/bin/env python3
"""What an operator meets, asked from outside: settings, a wrong path, a second server, a full disk, a file that goes.

    operating.py MENPAI

MENPAI is the binary. Makes small offices of its own in a temporary folder. The full disk is a small file system of its own and
is left out where this process may not mount one. Exits with what failed first.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from description import Description

MENPAI = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp(prefix="menpai-operating-"))
servers = []
mounted = []


def fail(what):
    print(f"operating: {what}", file=sys.stderr)
    sys.exit(1)


def check(condition, what):
    if not condition:
        fail(what)


def run(*arguments, text=None, environment=None):
    """The exit code, standard output and standard error of one command."""
    done = subprocess.run([MENPAI, *map(str, arguments)], input=text, capture_output=True, text=True, timeout=120,
                          env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout, done.stderr


class Server:
    """A server on a database, which is stopped at the end."""

    described = None

    def __init__(self, database, *arguments, environment=None):
        self.log = open(folder / f"log-{len(servers)}", "w+")
        self.process = subprocess.Popen([MENPAI, "serve", "--database", str(database), "--port", "0", *arguments],
                                        stderr=self.log, env={**os.environ, **(environment or {})})
        servers.append(self)
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(r"address=\[IPv4\][^:]*:(\d+).*listening", self.text())
            if found:
                self.port = int(found.group(1))
                return
            time.sleep(0.05)
        fail(f"no server came up: {self.text()[-500:]}")

    def text(self):
        return pathlib.Path(self.log.name).read_text()

    def ask(self, path, token=None, body=None, headers=None, method=None):
        """The status and the answer."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method,
                                         data=None if body is None else json.dumps(body).encode())
        if token:
            request.add_header("Authorization", "Bearer " + token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                told = answer.status, answer.read().decode(), answer.headers
        except urllib.error.HTTPError as error:
            told = error.code, error.read().decode(), error.headers
        for fault in self.description().faults(request.get_method(), path, told[0], told[2]["Content-Type"], told[1]):
            fail(f"not as described: {fault}")
        return told

    def description(self):
        """What this server says of itself."""
        if self.described is None:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/openapi.json", timeout=30) as answer:
                self.described = Description(json.load(answer))
        return self.described

    def until_ready(self, status=200, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            told = self.ask("/readyz")
            if told[0] == status:
                return told
            time.sleep(0.1)
        fail(f"/readyz never said {status}: {told}")

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)


def settings():
    """What is misspelt or of another kind is refused, and says where."""
    database = folder / "settings.sqlite"
    file = folder / "settings.json"
    for wrong, code, place in [
        ({"TLS": {"certificate": "a", "key": "b"}}, "unknown_setting", "TLS"),
        ({"tls": {"certificat": "a"}}, "unknown_setting", "tls.certificate"),
        ({"port": "abc"}, "bad_settings", "port"), ({"port": 80.5}, "bad_settings", "port"),
        ({"port": None}, "bad_settings", "port"), ({"host": 1}, "bad_settings", "host"),
        ({"trusted": {"proxies": "10.0.0.1"}}, "bad_settings", "trusted.proxies"),
        ({"trusted": {"proxies": ["ten"]}}, "bad_settings", "ten"),
        ({"webhook": {"hosts": ["http://a"]}}, "bad_settings", "http://a"),
        ({"log": {"level": "loud"}}, "bad_settings", "loud"), ([], "bad_settings", "JSON"),
        ({"prot": 8080}, "unknown_setting", "port"),
    ]:
        file.write_text(json.dumps(wrong))
        code_, _, said = run("serve", "--create", "--database", database, "--config", file, "--port", "0")
        check(code_ == 1 and code in said and place in said, f"settings {wrong}: {code_} {said}")
    file.write_text('{"port": 80')
    check("JSON" in run("serve", "--database", database, "--config", file)[2], "a file that is no JSON is said to be one")
    for name in ["MENPAI_TLS_CERT", "MENPAI_PROT"]:
        code_, _, said = run("serve", "--database", database, environment={name: "x"})
        check(code_ == 1 and "unknown_setting" in said and name in said, f"{name}: {said}")
    code_, _, said = run("serve", "--database", database, environment={"MENPAI_PORT": "abc"})
    check(code_ == 1, f"MENPAI_PORT=abc: {said}")


def missing_database():
    """No command but those that are for it makes a database."""
    path = folder / "typo.sqlite"
    for command in [["serve", "--port", "0"], ["check"], ["area", "list"], ["user", "list"], ["token", "list"],
                    ["search", "people", ""], ["ask", "独居老人"], ["backup", "--to", str(folder / "copy")]]:
        code, _, said = run(*command, "--database", path)
        check(code != 0 and "no_database" in said and str(path) in said, f"{command}: {code} {said}")
        check(not path.exists() and not pathlib.Path(f"{path}.key").exists(), f"{command} made a database")
    empty = folder / "empty.sqlite"
    empty.touch()
    check(run("check", "--database", empty)[0] != 0 and empty.stat().st_size == 0, "an empty file became a database")


def office():
    """One office, its users, and one server on it."""
    database = folder / "office.sqlite"
    code, _, said = run("user", "add", "--database", database, "--name", "admin", "--role", "admin", "--password-stdin",
                        text="wutong lu 18\n")
    check(code == 0 and "office.sqlite" in said, f"user add does not say that it made a database: {said}")
    check(run("user", "add", "--database", database, "--name", "x", "--role", "admin", "--password-stdin",
              text="1234567890\n")[0] == 1, "1234567890 is a password")
    mode = os.stat(f"{database}.key").st_mode & 0o777
    check(mode == 0o600, f"the key has mode {mode:o}")
    mounted_key(database)
    token = run("token", "create", "--database", database, "--name", "script", "--role", "admin")[1].strip()
    server = Server(database, "--log-level", "debug", "--trusted-proxy", "127.0.0.1")
    server.until_ready()
    code, _, said = run("serve", "--database", database, "--port", "0")
    check(code == 1 and "database_in_use" in said and str(server.process.pid) in said, f"a second server: {code} {said}")
    code, _, said = run("serve", "--create", "--database", folder / "other.sqlite", "--port", str(server.port))
    check(code == 1 and "port_taken" in said and len(said.strip().splitlines()) <= 4, f"a taken port: {said}")
    users(server, database)
    check("route=get_me" in server.text(), "--log-level debug logs no request")
    status, page, headers = server.ask("/")
    check(status == 200 and headers["Cache-Control"] == "no-cache" and headers["ETag"], f"pages are kept: {headers}")
    check(server.ask("/", headers={"If-None-Match": headers["ETag"]})[0] == 304, "a page that is kept is sent again")
    other_names(server, database)
    locked(server, database, token)
    gone(server, database, token)


def other_names(server, database):
    """One server serves a file, whatever it is called by; a hard link, beside which SQLite would keep another log, is for nobody."""
    soft, hard = folder / "soft.sqlite", folder / "hard.sqlite"
    soft.symlink_to(database)
    os.link(database, hard)
    for name in [soft, hard]:
        shutil.copy(f"{database}.key", f"{name}.key")
    for name in [soft, hard, folder / "." / "office.sqlite", database]:
        code, _, said = run("serve", "--database", name, "--port", "0")
        check(code == 1 and "database_in_use" in said and len(said.strip().splitlines()) == 1, f"{name}: {code} {said}")
    code, _, said = run("area", "list", "--database", hard)
    check(code == 1 and "database_in_use" in said, f"a hard link beside a server: {code} {said}")
    for name in [soft, database]:
        check(run("area", "list", "--database", name)[0] == 0, f"{name} cannot be read beside a server")
    hard.unlink()
    soft.unlink()


def locked(server, database, token):
    """While another program holds the database, writes say so; afterwards all is as it was."""
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    body = {"name": "waits", "role": "auditor", "password": "wutong lu 4711"}
    status, answer, headers = server.ask("/v1/users", token, body)
    check(status == 503 and "database_locked" in answer and headers["Retry-After"], f"a held database: {status} {answer}")
    server.until_ready(503)
    holder.execute("ROLLBACK")
    holder.close()
    server.until_ready(200)
    check(server.ask("/v1/users", token, body)[0] == 201, "after a held database nothing is written")


def refusals():
    """What goes wrong at the command line is one line, and not the program's own words."""
    database = folder / "refusals.sqlite"
    run("token", "create", "--database", database, "--name", "script", "--role", "admin")
    none = folder / "none"
    for command, code in [
        (["serve", "--database", database, "--port", "0", "--tls-certificate", none, "--tls-key", none], "bad_tls_file"),
        (["serve", "--database", database, "--port", "0", "--web", none], "pages_missing"),
        (["backup", "--database", database, "--to", none / "copy"], "folder_missing"),
        (["restore", "--from", none, "--database", folder / "new.sqlite"], "file_missing"),
        (["token", "create", "--database", database, "--name", "a", "--role", "worker", "--area", "999"], "unknown_area"),
        (["token", "create", "--database", database, "--name", "a", "--role", "department", "--unit", "无此单位"], "unknown_unit"),
        (["user", "add", "--database", database, "--name", "a", "--role", "department", "--unit", "无此单位"], "unknown_unit"),
        (["token", "create", "--database", database, "--name", "13812345678", "--role", "admin"], "number_in_field"),
    ]:
        done, _, said = run(*command)
        check(done == 1 and code in said.splitlines()[0] and len(said.strip().splitlines()) <= 2, f"{command}: {done} {said}")
    done, _, said = run("search", "people", "", "--database", database, "--as-of", "2026-02-30")
    check(done != 0 and "2026-02-30" in said and "Fatal" not in said, f"a day that is none: {done} {said}")


def mounted_key(database):
    """A key behind a link, as containers mount secrets, counts by the file's own mode."""
    copy = folder / "linked.sqlite"
    shutil.copy(database, copy)
    secret = folder / "secret"
    shutil.copy(f"{database}.key", secret)
    secret.chmod(0o600)
    os.symlink(secret, f"{copy}.key")
    check(run("user", "list", "--database", copy)[0] == 0, "a key behind a link is refused")
    secret.chmod(0o644)
    check("key_open" in run("user", "list", "--database", copy)[2], "a key that all can read is taken behind a link")


def users(server, database):
    """Guessing locks the guesser; the operator lists, unlocks, sets a password, disables."""
    run("user", "add", "--database", database, "--name", "王小敏", "--role", "worker", "--area", "310101",
        "--password-stdin", text="wutong lu 18\n")

    def log_in(password, origin, name="王小敏"):
        return server.ask("/v1/login", body={"name": name, "password": password},
                          headers={"X-Forwarded-For": origin})[0]

    check([log_in("wrong", "198.51.100.7") for _ in range(6)][-2:] == [401, 429], "a guesser is not locked out")
    check(log_in("wutong lu 18", "198.51.100.7") == 429, "a guesser's place is not locked")
    check(log_in("wutong lu 18", "198.51.100.8") == 200, "the owner is locked out by a stranger")
    for _ in range(5):
        log_in("wrong", "198.51.100.8")
    check(log_in("wutong lu 18", "198.51.100.8") == 429, "the owner's own place is never locked")
    check("locked until" in run("user", "list", "--database", database)[1], "user list does not show the lock")
    check(run("user", "unlock", "--database", database, "--name", "王小敏")[0] == 0, "user unlock")
    status, body, _ = server.ask("/v1/login", body={"name": "王小敏", "password": "wutong lu 18"},
                                 headers={"X-Forwarded-For": "198.51.100.8"})
    check(status == 200, "unlock does not unlock")
    session = json.loads(body)["token"]
    made = run("user", "set-password", "--database", database, "--name", "王小敏")[1].strip()
    check(log_in(made, "198.51.100.8") == 200, "the password that was made up does not fit")
    end = time.monotonic() + 5
    while server.ask("/v1/me", session)[0] != 401 and time.monotonic() < end:
        time.sleep(0.1)
    check(server.ask("/v1/me", session)[0] == 401, "a session outlives its password")
    check(run("user", "disable", "--database", database, "--name", "王小敏")[0] == 0 and
          log_in(made, "198.51.100.8") == 401, "a disabled user comes in")
    check(run("user", "unlock", "--database", database, "--name", "nobody")[0] == 1, "nobody is unlocked")


def gone(server, database, token):
    """A database that is moved away takes no more writes."""
    away = folder / "away.sqlite"
    database.rename(away)
    status, body, _ = server.ask("/v1/tags", token, {"code": "ZZ900", "name": "试", "line": "试", "subject": "person",
                                                      "level": "city", "kind": "assigned"})
    check(status == 503 and "database_gone" in body, f"a write into a removed file: {status} {body}")
    server.until_ready(503)
    server.stop()
    away.rename(database)


def full_disk():
    """A disk that is full says so, and is recovered from."""
    disk = folder / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "menpai", str(disk)],
                                           capture_output=True).returncode != 0:
        print("operating: no file system can be mounted here, the full disk is left out", file=sys.stderr)
        return
    mounted.append(disk)
    database = disk / "office.sqlite"
    token = run("token", "create", "--database", database, "--name", "script", "--role", "admin")[1].strip()
    server = Server(database)
    server.until_ready()
    filler = disk / "filler"
    with open(filler, "wb") as file:
        try:
            while True:
                file.write(os.urandom(1 << 16))
                file.flush()
        except OSError:
            pass
    seen = []
    for number in range(400):
        seen.append(server.ask("/v1/users", token, {"name": f"u{number}", "role": "auditor", "title": "x" * 60,
                                                     "password": f"wutong lu {number:04}"})[0])
        if seen[-1] != 201:
            break
    check(seen[-1] == 507, f"a full disk answers {seen[-1]}")
    server.until_ready(503)
    check(server.ask("/healthz")[0] == 200, "/healthz follows the disk")
    filler.unlink()
    server.until_ready(200)
    check(server.ask("/v1/users", token, {"name": "later", "role": "auditor", "password": "wutong lu 9999"})[0] == 201,
          "after a full disk nothing is written")
    told = json.loads(server.ask("/v1/users?limit=500", token)[1])
    check(sum(item["kind"] == "user" for item in told["items"]) == seen.count(201) + 1, "an acknowledged write is lost")
    server.stop()


def damaged():
    """A file with a damaged page is said to be one, soon and in a line."""
    database = folder / "damaged.sqlite"
    run("demo", "--database", database, "--people", "300", "--as-of", "2026-11-21")
    with open(database, "r+b") as file:
        size = file.seek(0, 2)
        for offset in range(4096 * 8, size - 4096, 4096 * 5):
            file.seek(offset)
            file.write(os.urandom(4096))
    start = time.monotonic()
    process = subprocess.Popen([MENPAI, "serve", "--database", str(database), "--port", "0"], stderr=subprocess.PIPE,
                               text=True)
    try:
        _, said = process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        fail("a damaged database is served")
    check(process.returncode != 0 and "database_damaged" in said, f"a damaged database: {process.returncode} {said}")
    check(time.monotonic() - start < 15, "a damaged database takes long to be seen")


try:
    settings()
    missing_database()
    refusals()
    office()
    full_disk()
    damaged()
    print("operating: ok")
finally:
    for server in servers:
        server.stop()
    for disk in mounted:
        subprocess.run(["umount", str(disk)])
    shutil.rmtree(folder, ignore_errors=True)
