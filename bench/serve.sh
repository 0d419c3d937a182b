#!/bin/sh
# The HTTP interface under wrk over loopback, keep-alive: `check` without derivations and with them, beside the same library's
# hello-world. Called by bench/run. Limits: 10 000 checks a second, p99 under 10 ms, at least 0.3 of hello-world.
case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
cd "$root" || exit 4
if ! [ -x build/release/comity-serve ] || ! command -v wrk >/dev/null; then
  echo "comity-serve or wrk is missing: ./comity serve builds the first, apt-get install wrk the second"
  exit 0
fi
hello=build/release/bench/hello_http
mkdir -p "${hello%/*}"
[ "$hello" -nt bench/serve/hello.cpp ] || c++ -std=c++20 -O2 -o "$hello" bench/serve/hello.cpp -lpthread || exit 4
exec python3 bench/serve/load.py build/release/comity "$hello"
