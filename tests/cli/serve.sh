#!/bin/sh
# The HTTP interface, by a real client (tests/serve/api.py). Nothing to do where the part was not built.
here=$(dirname -- "$0")
if [ ! -x "$(dirname -- "${COMITY:?}")/comity-serve" ]; then
  echo "0 passed, 0 failed"
  exit 0
fi
# Debian's jsonschema belongs to Debian's Python, which need not be the first.
for python in python3 /usr/bin/python3; do
  "$python" -c 'import jsonschema' 2>/dev/null && exec "$python" "$here/../serve/api.py" "$COMITY"
done
echo "python3-jsonschema is missing (scripts/packages.txt)"
echo "0 passed, 1 failed"
exit 1
