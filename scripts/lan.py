#!/usr/bin/env python3
"""What phones in the same network need to open Menpai over TLS: an authority of this office, a certificate, and how to trust them.

    lan.py certificate FOLDER [ADDRESS…]     makes or renews authority and certificate in FOLDER, prints the addresses it holds for
    lan.py code TEXT                         prints a QR code
    lan.py trust FOLDER PORT URL             serves the authority's certificate and the steps to trust it, over plain HTTP

The authority can vouch for private addresses and .local names only, so that its key in wrong hands opens no bank. Its page is plain
HTTP because nobody should learn to click a warning away; the fingerprint on the console is what makes the file trustworthy.
"""
import ctypes
import html
import http.server
import ipaddress
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys

# Phones refuse certificates that live longer (Apple: 825 days for an authority that somebody added), and laptops' clocks are off.
CERTIFICATE_DAYS, RENEW_DAYS, AUTHORITY_DAYS = 397, 30, 3650
PRIVATE = [ipaddress.ip_network(x) for x in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8")]


def openssl(*arguments, given=None):
    done = subprocess.run(["openssl", *arguments], input=given, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"lan: openssl {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def is_private(text):
    """Whether the authority may vouch for it."""
    try:
        return any(ipaddress.ip_address(text) in x for x in PRIVATE)
    except ValueError:
        return False


def addresses():
    """This machine's private IPv4 addresses, the one that leads outside first."""
    found = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # Sends nothing: it only chooses the way.
            found.insert(0, probe.getsockname()[0])
        except OSError:
            pass
    return [x for x in dict.fromkeys(found) if is_private(x) and not ipaddress.ip_address(x).is_loopback]


def make_authority(folder):
    key, certificate = folder / "authority.key", folder / "authority.crt"
    if key.exists() and certificate.exists():
        return
    permitted = ",".join([f"permitted;IP:{x.with_netmask}" for x in PRIVATE] + ["permitted;DNS:local", "permitted;DNS:localhost"])
    openssl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-keyout", str(key), "-out", str(certificate),
        "-days", str(AUTHORITY_DAYS), "-subj", f"/O=Menpai/CN=Menpai {socket.gethostname()}",
        "-addext", "basicConstraints=critical,CA:TRUE,pathlen:0", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
        "-addext", f"nameConstraints=critical,{permitted}")


def is_good(folder, names):
    """Whether the certificate is there, of this authority, for these names, and has some weeks to live."""
    certificate = folder / "server.crt"
    if not (certificate.exists() and (folder / "server.key").exists()) or (folder / "server.names").read_text() != names:
        return False
    lives = subprocess.run(
        ["openssl", "x509", "-in", str(certificate), "-noout", "-checkend", str(RENEW_DAYS * 86_400)], capture_output=True)
    signed = subprocess.run(
        ["openssl", "verify", "-CAfile", str(folder / "authority.crt"), str(certificate)], capture_output=True)
    return lives.returncode == 0 and signed.returncode == 0


def make_certificate(folder, wanted):
    folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o077)
    make_authority(folder)
    if wrong := [x for x in wanted if not is_private(x)]:
        sys.exit(f"lan: {wrong[0]} is no private IPv4 address: the authority vouches for those only")
    own = wanted or addresses()
    if not own:
        sys.exit("lan: this machine has no private IPv4 address; name one: lan.py certificate FOLDER ADDRESS")
    names = ",".join([f"IP:{x}" for x in dict.fromkeys([*own, "127.0.0.1"])] + ["DNS:localhost", f"DNS:{socket.gethostname()}.local"])
    if not is_good(folder, names):
        key, request = folder / "server.key", folder / "server.csr"
        openssl(
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-keyout", str(key), "-out", str(request),
            "-subj", "/O=Menpai/CN=Menpai")
        told = f"basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName={names}\n"
        openssl(
            "x509", "-req", "-in", str(request), "-CA", str(folder / "authority.crt"), "-CAkey", str(folder / "authority.key"),
            "-CAcreateserial", "-days", str(CERTIFICATE_DAYS), "-sha256", "-extfile", "/dev/stdin", "-out", str(folder / "server.crt"),
            given=told)
        (folder / "server.names").write_text(names)
        request.unlink()
    print("\n".join(own))


def fingerprint(folder):
    return openssl("x509", "-in", str(folder / "authority.crt"), "-noout", "-fingerprint", "-sha256").split("=")[1].strip()


def code(text):
    """The rows of a QR code, dark is True; two dots of a terminal's line are one above the other."""
    library = ctypes.CDLL("libqrcodegen.so.1")
    library.qrcodegen_encodeText.restype = library.qrcodegen_getModule.restype = ctypes.c_bool
    work, made = ctypes.create_string_buffer(3918), ctypes.create_string_buffer(3918)
    if not library.qrcodegen_encodeText(text.encode(), work, made, 1, 1, 40, -1, True):
        sys.exit("lan: too long for a QR code")
    size = library.qrcodegen_getSize(made)
    quiet = 2
    return [[library.qrcodegen_getModule(made, x, y) for x in range(-quiet, size + quiet)] for y in range(-quiet, size + quiet)]


def show(rows):
    """Light dots are painted, so that the code reads on a dark terminal; on a light one most phones read it inverted as well."""
    if len(rows) % 2:
        rows = [*rows, [False] * len(rows[0])]
    for above, below in zip(rows[::2], rows[1::2]):
        print("  " + "".join("█▀▄ "[2 * a + b] for a, b in zip(above, below)))


PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>门牌：让手机信任本单位的证书</title>
<style>body{{font:1.1rem/1.7 sans-serif;max-width:34rem;margin:auto;padding:1rem}}code{{overflow-wrap:anywhere}}
a.go{{display:block;padding:.9rem;margin:1rem 0;text-align:center;border-radius:.5rem;background:#0a5c48;color:#fff;text-decoration:none}}</style>
<h1>让手机信任门牌</h1>
<p>只需做一次。证书只对本单位内网的地址有效，不能用于其他网站。</p>
<a class="go" href="/menpai.crt">1. 下载证书</a>
<p>安装前请与服务器屏幕上的指纹核对，不一致就不要安装：<br><code>{fingerprint}</code></p>
<h2>iPhone</h2><p>用 Safari 打开本页。下载后到「设置」&gt;「已下载描述文件」&gt;「安装」；再到「设置」&gt;「通用」&gt;「关于本机」&gt;「证书信任设置」，打开 Menpai。</p>
<h2>安卓、鸿蒙</h2><p>到「设置」里搜索「CA 证书」，选「安装 CA 证书」，选刚下载的 menpai.crt。微信里的浏览器不认自装证书，请用手机自带浏览器或 Chrome。</p>
<a class="go" href="{url}">2. 打开门牌</a>
<p>以后可把门牌页面「添加到主屏幕」。</p></html>"""


def trust(folder, port, url):
    page = PAGE.format(fingerprint=html.escape(fingerprint(folder)), url=html.escape(url, quote=True)).encode()
    files = {"/": ("text/html; charset=utf-8", page), "/menpai.crt": ("application/x-x509-ca-cert", (folder / "authority.crt").read_bytes())}

    class Answer(http.server.BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self):
            found = files.get(self.path.split("?")[0])
            self.send_response(200 if found else 404)
            kind, content = found or ("text/plain; charset=utf-8", "没有这一页。\n".encode())
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    # Gone with the server that it stands beside, whichever way that ends.
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    http.server.ThreadingHTTPServer(("", port), Answer).serve_forever()


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("certificate", "code", "trust"):
        sys.exit(__doc__)
    if sys.argv[1] != "code" and not shutil.which("openssl"):
        sys.exit("lan: openssl is missing")
    match sys.argv[1:]:
        case ["certificate", folder, *wanted]:
            make_certificate(pathlib.Path(folder), wanted)
        case ["code", text]:
            show(code(text))
        case ["trust", folder, port, url]:
            trust(pathlib.Path(folder), int(port), url)
        case _:
            sys.exit(__doc__)


main()
