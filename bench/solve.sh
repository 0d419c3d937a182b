#!/bin/sh
# The solver's verbs as whole processes, time in Z3 apart, and certificates. Called by bench/run. Limits: loopholes of a deep
# place 30 s, a certificate 100 ms. `bench/solve.sh all` also searches the whole law base (limit 10 minutes).
case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
cd "$root" || exit 4
if ! [ -x build/release/comity-solve ]; then
  echo "comity-solve is not built: run ./comity loopholes RU once"
  exit 0
fi
python3 - "${1-}" <<'PY'
import os, re, subprocess, sys, time
program = "build/release/comity"
os.environ["COMITY_TIMES"] = "1"

def run(*arguments):
    start = time.perf_counter()
    done = subprocess.run([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit("failed: " + " ".join(arguments) + "\n" + done.stderr)
    z3 = re.search(r"in Z3: ([0-9.]+) s", done.stderr)
    return time.perf_counter() - start, float(z3.group(1)) if z3 else 0.0

worst = 0.0
def show(what, seconds, limit, z3=None):
    global worst
    worst = max(worst, seconds / limit)
    apart = "" if z3 is None else f", of it {z3:.2f} s in Z3"
    print(f"{what}: {seconds:.3f} s{apart}: ratio {seconds / limit:.2f} (limit {limit:g} s)")

for place, on in (("RU", "2018-01-01"), ("DE", "2026-11-25")):
    seconds, z3 = run("loopholes", place, "--on", on)
    show(f"loopholes {place}", seconds, 30, z3)
seconds, z3 = run("diff", "law", "examples/bills/ru-989008-7", "--forum", "RU", "--on", "2021-12-31")
show("diff with a bill", seconds, 30, z3)
plain = min(run("check", "examples/moscow-2018.yaml")[0] for _ in range(10))
both = min(run("check", "examples/moscow-2018.yaml", "--certificate")[0] for _ in range(10))
show("a certificate, beside check", both - plain, 0.1)
if sys.argv[1] == "all":
    seconds, z3 = run("loopholes", "--on", "2026-11-25", "--budget", "30")
    show("loopholes of the whole law base", seconds, 600, z3)
sys.exit(worst > 1)
PY
