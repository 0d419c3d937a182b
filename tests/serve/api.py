"""The HTTP interface as a client meets it: answers against their schemas and against the program's own, refusals by status,
attacks from pages and slow connections, and that it stops. Ends with "N passed, N failed".

Usage: api.py PROGRAM (comity, with comity-serve and comity.pack beside it)
"""
import atexit
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1]
TODAY = "2026-11-25"
SECRET = "Verkhoyansk-4711"  # stands in a case; must stand nowhere else

passed = failed = 0


def check(name, holds, why=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAIL  {name}{': ' if why else ''}{str(why)[:600]}")


class Server:
    def __init__(self, *options):
        self.process = subprocess.Popen([PROGRAM, "serve", "--no-browser", "--json", *options],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)  # where a test breaks off
        told = ""
        while not told.rstrip().endswith("}"):
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("FAIL  the server did not start: " + self.process.stderr.read() + "\n0 passed, 1 failed")
            told += line
        told = json.loads(told)
        self.address, self.token = told["address"], told["token"]
        self.port = int(re.match(r"http://127\.0\.0\.1:(\d+)/#", self.address).group(1))

    def ask(self, method, path, body=None, headers=None, token=True, host=None, timeout=20):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", f"127.0.0.1:{self.port}" if host is None else host)
        if token:
            connection.putheader("Authorization", f"Bearer {self.token if token is True else token}")
        if body is not None:
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
            headers = {"Content-Type": "application/json", **(headers or {})}
            connection.putheader("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        connection.endheaders(body)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response, text

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=15)
        return self.process.returncode, out + err


def moscow():
    return {"comity": 1, "question": {"forum": "RU", "on": "2018-01-26"},
            "celebration": {"place": "DK", "on": "2018-01-04", "form": "civil", "registered": "yes", "formalities_observed": "yes"},
            "spouses": [{"label": ("first", "second")[i], "sex": "male", "born": f"19{89 + i}", "nationalities": ["RU"],
                         "residence": "RU", "domicile": "RU", "declared_incapable": "no", "consents": "yes",
                         "earlier_unions": []} for i in (0, 1)],
            "between": {"kinship": "none", "adoption": "none", "affinity": "none"},
            "later": [{"on": "2018-01-25", "act": "civil_status_mark", "by": "RU", "note": SECRET}]}


server = Server()
api = json.loads(server.ask("GET", "/v1/openapi.json", token=False)[1])


def schema_of(path, method, status="200", kind="application/json"):
    return api["paths"][path][method]["responses"][status]["content"][kind]["schema"]


def fits(document, schema):
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "components": api["components"]}
    errors = sorted(jsonschema.Draft202012Validator(whole).iter_errors(document), key=lambda e: list(e.absolute_path))
    return "; ".join(f"{list(e.absolute_path)}: {e.message[:200]}" for e in errors[:3])


def program(verb, case, *options):
    done = subprocess.run([PROGRAM, verb, "--json", "--today", TODAY, *options, "-"], input=json.dumps(case),
                          capture_output=True, text=True)
    return done.stdout


# ---- what is asked is answered, as the program answers it and as the description says

check("the description is OpenAPI 3.1", api["openapi"].startswith("3.1"))
for verb in ("check", "why", "atlas", "timeline", "ask"):
    response, text = server.ask("POST", f"/v1/{verb}", {"case": moscow(), "today": TODAY})
    check(f"{verb} answers", response.status == 200, text)
    check(f"{verb} is typed", response.getheader("Content-Type") == "application/json")
    problem = fits(json.loads(text), schema_of(f"/v1/{verb}", "post"))
    check(f"{verb} fits its schema", not problem, problem)
    check(f"{verb} gives the program's bytes", text.decode() == program(verb, moscow()))
    request = {"case": moscow(), "today": TODAY}
    problem = fits(request, api["paths"][f"/v1/{verb}"]["post"]["requestBody"]["content"]["application/json"]["schema"])
    check(f"the request of {verb} fits its schema", not problem, problem)
for path in ("/v1/laws", "/v1/laws?place=NL&on=2001-04-01", "/v1/laws?place=RU&topic=marriage_age&history=true", "/v1/schema",
             "/v1/questions", "/v1/instruments", "/v1/instrument?id=RU%2FSK", "/v1/version"):
    response, text = server.ask("GET", path)
    check(f"{path} answers", response.status == 200, text)
    problem = fits(json.loads(text), schema_of(path.split("?")[0], "get"))
    check(f"{path} fits its schema", not problem, problem)
response, text = server.ask("GET", "/", token=False)
check("the page is there without a token", response.status == 200 and b"<!doctype html" in text[:200].lower(), text[:200])

# ---- nothing is kept, nothing may be shown inside another page

response, text = server.ask("POST", "/v1/check", {"case": moscow()})
check("answers are not stored", response.getheader("Cache-Control") == "no-store")
check("answers are not guessed at", response.getheader("X-Content-Type-Options") == "nosniff")
check("no page frames this one", response.getheader("X-Frame-Options") == "DENY")
check("no other origin may read", response.getheader("Access-Control-Allow-Origin") is None
      and response.getheader("Cross-Origin-Resource-Policy") == "same-origin")

# ---- who may not ask

case = {"case": moscow(), "today": TODAY}
own = f"http://127.0.0.1:{server.port}"
refusals = [
    ("no token", dict(token=False), 401),
    ("another token", dict(token="0" * 32), 401),
    ("a token of another length", dict(token="0"), 401),
    ("a rebound name", dict(host="evil.example"), 421),
    ("a rebound name with the port", dict(host=f"evil.example:{server.port}"), 421),
    ("another port", dict(host="127.0.0.1:1"), 421),
    ("no name", dict(host=""), 400),
    ("a page from elsewhere", dict(headers={"Origin": "https://evil.example"}), 403),
    ("a page without an origin", dict(headers={"Origin": "null"}), 403),
    ("a page whose name begins like ours", dict(headers={"Origin": own + ".evil.example"}), 403),
    ("a request a browser calls cross-site", dict(headers={"Sec-Fetch-Site": "cross-site"}), 403),
    ("a body that is not said to be JSON", dict(headers={"Content-Type": "text/plain"}), 415),
]
for name, how, status in refusals:
    response, text = server.ask("POST", "/v1/check", case, **how)
    check(f"{name} is refused", response.status == status, f"{response.status} {text[:200]}")
    check(f"{name}: as a problem", response.getheader("Content-Type") == "application/problem+json"
          and not fits(json.loads(text), {"$ref": "#/components/schemas/Problem"}), text)
    check(f"{name}: without an answer", b"verdict" not in text)
check("our own page may ask", server.ask("POST", "/v1/check", case, headers={"Origin": own, "Sec-Fetch-Site": "same-origin"})[0].status == 200)
check("localhost is a name of ours", server.ask("POST", "/v1/check", case, host=f"localhost:{server.port}")[0].status == 200)
response, text = server.ask("OPTIONS", "/v1/check", headers={"Origin": own, "Access-Control-Request-Method": "POST"})
check("no preflight is granted", response.status == 405 and response.getheader("Access-Control-Allow-Methods") is None)
check("the page, too, has one name only", server.ask("GET", "/", token=False, host="evil.example")[0].status == 421)

# ---- what cannot be answered

wrong = moscow()
wrong["spouses"][1]["sex"] = "mail"
unusable = [
    ("malformed JSON", "POST", "/v1/check", b'{"case": {', 400),
    ("an empty body", "POST", "/v1/check", b"", 422),
    ("bytes that are no text", "POST", "/v1/check", b'{"case": "\xff"}', 400),
    ("a list", "POST", "/v1/check", [], 422),
    ("nothing but brackets", "POST", "/v1/check", b"[" * 100000, 413),
    ("a value no key takes", "POST", "/v1/check", {"case": wrong}, 422),
    ("a key no verb has", "POST", "/v1/check", {"case": moscow(), "forun": "RU"}, 422),
    ("a case in the address", "GET", "/v1/check?case=x", None, 405),
    ("an address that is not there", "GET", "/v1/nothing", None, 404),
    ("another method", "DELETE", "/v1/laws", None, 405),
    ("a place that is not there", "GET", "/v1/laws?place=NN", None, 422),
    ("a key twice", "GET", "/v1/laws?place=NL&place=RU", None, 400),
    ("a broken escape", "GET", "/v1/laws?place=%4", None, 400),
]
for name, method, path, body, status in unusable:
    response, text = server.ask(method, path, body)
    check(f"{name} is refused", response.status == status, f"{response.status} {text[:300]}")
    document = json.loads(text)
    check(f"{name}: as a problem", document["status"] == status and not fits(document, {"$ref": "#/components/schemas/Problem"}), text)
    kind = server.ask("GET", "/v1/" + document["type"], token=False)
    check(f"{name}: of a kind that is described", kind[0].status == 200, document["type"])
response, text = server.ask("POST", "/v1/check", {"case": wrong, "lang": "ru"})
finding = json.loads(text)["findings"][0]
check("a finding has its place", finding["pointer"] == "/case/spouses/1/sex", text)


def raw(*parts, wait=5.0):
    """Sends the parts, reads what comes until the other side ends; (bytes read, whether it ended)."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as connection:
        came = b""
        try:
            for part in parts:
                connection.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            while piece := connection.recv(65536):
                came += piece
        except ConnectionResetError:
            return came, True
        except TimeoutError:
            return came, False
        return came, True


head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\nContent-Type: application/json\r\n".encode()
came, ended = raw(head + b"Content-Length: 100000000\r\n\r\n", b" " * 100_000_000)
check("a body of 100 MB is refused", b" 413 " in came[:20] and ended, came[:200])
came, ended = raw(head + b"Transfer-Encoding: chunked\r\n\r\n", *[b"100000\r\n" + b" " * 0x100000 + b"\r\n"] * 3)
check("a body of unknown length ends at the limit", b" 413 " in came[:20], came[:200])
came, ended = raw(b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 20000 + b"\r\n\r\n")
check("a header without end is refused", b" 431 " in came[:20], came[:200])
came, ended = raw(b"\x16\x03\x01 not HTTP at all\r\n\r\n")
check("what is no HTTP is refused", b" 400 " in came[:20] and ended, came[:200])
came, ended = raw(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n")
check("two lengths are refused", b" 400 " in came[:20], came[:200])

# ---- slow and many

slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
for connection in slow:
    connection.sendall(b"POST /v1/check HTTP/1.1\r\nHost: ")
before = time.monotonic()
statuses = []
for _ in range(20):
    statuses.append(server.ask("POST", "/v1/check", case)[0].status)
    for connection in slow[:50]:
        try:
            connection.sendall(b"x")
        except OSError:
            pass
took = time.monotonic() - before
check("200 slow connections hold up nobody", statuses == [200] * 20 and took < 10, f"{statuses} in {took:.1f} s")
deadline = time.monotonic() + 20
ended = 0
for connection in slow:
    connection.settimeout(max(0.1, deadline - time.monotonic()))
    try:
        ended += connection.recv(1) == b""
    except ConnectionResetError:
        ended += 1
    except TimeoutError:
        pass
    connection.close()
check("slow connections are ended", ended == 200, ended)

answers = []


def many():
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    for _ in range(25):
        connection.request("POST", "/v1/check", json.dumps(case), {"Content-Type": "application/json", "Authorization": f"Bearer {server.token}"})
        answers.append(connection.getresponse().read())


threads = [threading.Thread(target=many) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
check("eight at once get one answer", len(answers) == 200 and len(set(answers)) == 1, len(set(answers)))

# ---- only here, and not for ever

listening = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
where = re.findall(rf" ([0-9A-F]+):{server.port:04X} [0-9A-F]+:0000 0A ", listening)
check("it listens on 127.0.0.1 and nowhere else", where == ["0100007F"], where)
pid = server.process.pid
if os.access(f"/proc/{pid}/cmdline", os.R_OK):
    check("the token is no argument", server.token not in Path(f"/proc/{pid}/cmdline").read_text())

idle = http.client.HTTPConnection("127.0.0.1", server.port)
idle.request("GET", "/v1/version", headers={"Authorization": f"Bearer {server.token}"})
idle.getresponse().read()
before = time.monotonic()
status, said = server.stop()
check("it stops when told to, with status 0", status == 0, f"{status} {said}")
check("it does not wait for idle connections", time.monotonic() - before < 3, time.monotonic() - before)
check("it says nothing of what was asked", SECRET not in said and "Bearer" not in said and "2018" not in said, said)

busy = Server()
reply = []
worker = threading.Thread(target=lambda: reply.append(busy.ask("POST", "/v1/atlas", case)))
worker.start()
time.sleep(0.05)
status, said = busy.stop(signal.SIGINT)
worker.join()
check("what is being answered is answered before it stops", status == 0 and reply[0][0].status == 200, f"{status} {reply}")

first = Server()
taken = subprocess.run([PROGRAM, "serve", "--no-browser", "--port", str(first.port)], capture_output=True, text=True, timeout=20)
check("a port that is taken is said to be", taken.returncode == 2 and str(first.port) in taken.stderr, taken.stderr)
wrong_port = subprocess.run([PROGRAM, "serve", "--no-browser", "--port", "70000"], capture_output=True, text=True, timeout=20)
check("a port that is none is refused", wrong_port.returncode == 2 and "70000" in wrong_port.stderr, wrong_port.stderr)
check("each run has its own token", first.token != server.token and len(first.token) == 32)
first.stop()

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
