#!/bin/sh
# What the documentation shows is what the program says.
exec python3 "$(dirname -- "$0")/../docs/run.py" "$@"
