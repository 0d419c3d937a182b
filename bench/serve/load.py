"""wrk against comity-serve and against the hello-world, in turns. Prints rates, p99 and ratios; exit 1 past a limit."""
import json
import re
import subprocess
import sys
import tempfile

program, hello = sys.argv[1:3]
CASE = {"comity": 1, "question": {"forum": "RU", "on": "2018-01-26"},
        "celebration": {"place": "DK", "on": "2018-01-04", "form": "civil", "registered": "yes", "formalities_observed": "yes"},
        "spouses": [{"label": label, "sex": "male", "born": "1989-06", "nationalities": ["RU"], "residence": "RU", "domicile": "RU",
                     "declared_incapable": "no", "consents": "yes", "earlier_unions": []} for label in ("first", "second")],
        "between": {"kinship": "none", "adoption": "none", "affinity": "none"}}


def load(address, script=None, seconds=4):
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "--latency", address]
    if script:
        command[1:1] = ["-s", script]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        sys.exit("answers were refused:\n" + out)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit]


server = subprocess.Popen([program, "serve", "--no-browser", "--json"], stdout=subprocess.PIPE, text=True)
told = ""
while not told.rstrip().endswith("}"):
    told += server.stdout.readline()
told = json.loads(told)
yardstick = subprocess.Popen([hello], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
bad = False
try:
    plain = f"http://127.0.0.1:{yardstick.stdout.readline().strip()}/"
    checks = told["address"].split("#")[0] + "v1/check"
    for what, because in (("without derivations", False), ("whole answer", True)):
        body = json.dumps({"compact": True, "because": because, "today": "2026-11-25", "case": CASE})
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
            script.write(f'wrk.method = "POST"\nwrk.body = [==[{body}]==]\nwrk.headers["Content-Type"] = "application/json"\n'
                         f'wrk.headers["Authorization"] = "Bearer {told["token"]}"\n')
            script.flush()
            base, _ = load(plain)
            rate, p99 = load(checks, script.name)
        print(f"check, {what}: {rate:.0f}/s (limit 10000), p99 {p99:.2f} ms (limit 10); hello-world {base:.0f}/s: "
              f"ratio {rate / base:.3f} (limit 0.3)")
        bad |= rate < 10000 or p99 > 10 or rate / base < 0.3
finally:
    server.terminate()
    server.wait()
    yardstick.stdin.close()
    yardstick.wait()
sys.exit(bad)
