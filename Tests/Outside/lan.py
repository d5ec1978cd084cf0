"""Phones in the office's network: the authority, its certificate, the page that says how to trust it.

    lan.py MENPAI

Everything stays on 127.0.0.1. Exits 1 where a step fails.
"""
import hashlib
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

MENPAI = sys.argv[1]
LAN = str(pathlib.Path(__file__).parents[2] / "scripts/lan.py")
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="menpai-lan-"))
TLS = FOLDER / "tls"


def check(condition, what):
    if not condition:
        sys.exit(f"lan: {what}")


def run(*arguments, status=0):
    done = subprocess.run(arguments, capture_output=True, text=True)
    check(done.returncode == status, f"{arguments} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def get(url, **options):
    with urllib.request.urlopen(url, timeout=10, **options) as answer:
        return answer.read()


def until(ask, seconds=20):
    end = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except (OSError, urllib.error.URLError):
            check(time.monotonic() < end, "nobody answers")
            time.sleep(0.1)


def certificates():
    """Kept while it holds, renewed for another address, never for one of the public internet; no name but private ones."""
    check(run(LAN, "certificate", str(TLS), "192.168.1.20") == "192.168.1.20\n", "another address than the one asked for")
    first = (TLS / "server.crt").read_bytes()
    authority = (TLS / "authority.crt").read_bytes()
    run(LAN, "certificate", str(TLS), "192.168.1.20")
    check((TLS / "server.crt").read_bytes() == first, "a certificate that holds was made again")
    run(LAN, "certificate", str(TLS), "127.0.0.1")
    check((TLS / "server.crt").read_bytes() != first, "the certificate does not know the new address")
    check((TLS / "authority.crt").read_bytes() == authority, "phones would have to trust again")
    run(LAN, "certificate", str(FOLDER / "public"), "8.8.8.8", status=1)
    for name in ("authority.key", "server.key"):
        check((TLS / name).stat().st_mode & 0o077 == 0, f"{name} can be read by others")
    run("openssl", "verify", "-CAfile", str(TLS / "authority.crt"), str(TLS / "server.crt"))
    for name in ("DNS:bank.example", "IP:8.8.8.8"):
        check("permitted subtree violation" in forged(name), f"the authority vouches for {name}")


def forged(name):
    """What a phone says of a certificate that somebody with the authority's key has made for another site."""
    key, request, made, told = (FOLDER / f"forged.{x}" for x in ("key", "csr", "crt", "ext"))
    told.write_text(f"subjectAltName={name}\n")
    run("openssl", "req", "-new", "-newkey", "rsa:2048", "-noenc", "-keyout", str(key), "-out", str(request), "-subj", "/CN=x")
    run("openssl", "x509", "-req", "-in", str(request), "-CA", str(TLS / "authority.crt"), "-CAkey", str(TLS / "authority.key"),
        "-CAcreateserial", "-extfile", str(told), "-out", str(made))
    done = subprocess.run(["openssl", "verify", "-CAfile", str(TLS / "authority.crt"), str(made)], capture_output=True, text=True)
    return done.stdout + done.stderr


def serving():
    """A phone that trusts the authority opens the page without a warning; one that does not is warned."""
    log = open(FOLDER / "log", "w+")
    server = subprocess.Popen(
        [MENPAI, "serve", "--create", "--database", str(FOLDER / "lan.sqlite"), "--port", "0", "--tls-certificate",
         str(TLS / "server.crt"), "--tls-key", str(TLS / "server.key"), "--log-level", "notice"], stderr=log)
    try:
        end, found = time.monotonic() + 30, None
        while not found:
            check(server.poll() is None and time.monotonic() < end, "the server did not start: " + (FOLDER / "log").read_text())
            found = re.search(r"address=\[IPv4\][^:]*:(\d+)", (FOLDER / "log").read_text())
            time.sleep(0.1)
        trusting = ssl.create_default_context(cafile=str(TLS / "authority.crt"))
        for host in ("127.0.0.1", "localhost"):
            check(b"<html" in until(lambda: get(f"https://{host}:{found[1]}/", context=trusting)), f"no page at {host}")
        with urllib.request.urlopen(f"https://127.0.0.1:{found[1]}/healthz", timeout=10, context=trusting) as answer:
            check("max-age=" in answer.headers.get("Strict-Transport-Security", ""), "a browser may come back over plain HTTP")
        versions(int(found[1]))
        try:
            get(f"https://127.0.0.1:{found[1]}/")
            check(False, "who does not trust the authority is not warned")
        except urllib.error.URLError as error:
            check("CERTIFICATE_VERIFY_FAILED" in str(error), str(error))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def versions(port):
    """TLS 1.2 and 1.3 are spoken, what came before is not, whatever the client allows itself."""
    for version, spoken in [(ssl.TLSVersion.TLSv1, False), (ssl.TLSVersion.TLSv1_1, False), (ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True)]:
        client = ssl.create_default_context(cafile=str(TLS / "authority.crt"))
        client.set_ciphers("ALL:@SECLEVEL=0")
        client.minimum_version = client.maximum_version = version
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as plain, client.wrap_socket(plain, server_hostname="127.0.0.1"):
                check(spoken, f"{version.name} is spoken")
        except ssl.SSLError as error:
            check(not spoken and "PROTOCOL_VERSION" in str(error), f"{version.name}: {error}")


def trusting():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    page = subprocess.Popen([LAN, "trust", str(TLS), str(port), "https://127.0.0.1:8443/"])
    try:
        base = f"http://127.0.0.1:{port}"
        text = until(lambda: get(base + "/")).decode()
        certificate = get(base + "/menpai.crt")
        read = ssl.PEM_cert_to_DER_cert(certificate.decode())
        fingerprint = hashlib.sha256(read).hexdigest().upper()
        check(":".join(re.findall("..", fingerprint)) in text, "the page shows another fingerprint")
        check("https://127.0.0.1:8443/" in text, "the page does not lead back")
        for path in ("/authority.key", "/server.key", "/../tls/authority.key"):
            try:
                get(base + path)
                check(False, f"{path} is given away")
            except urllib.error.HTTPError as error:
                check(error.code == 404, f"{path}: {error.code}")
    finally:
        page.kill()
        page.wait()


certificates()
serving()
trusting()
print("lan: ok")
