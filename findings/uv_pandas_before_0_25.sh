#!/usr/bin/env bash
# uv installs no pandas from before 0.25, and neither does pip from 24.1 on: their metadata names a version that is none.
#
# Seen with uv 0.13.9, pip 24.0 and pip 24.1, Python 3.11, x86-64.
# pandas 0.24.2 and all before it ask for "pytz (>=2011k)", the name of a real release of pytz that is no version by
# PEP 440. uv refuses such metadata, so an environment of TensorFlow 1.0 to 1.13 cannot have the pandas of its day;
# 0.25.3 is the oldest that resolves. pip 24.0 still reads it; pip 24.1 says that no version was found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/uv"
"$folder/uv/bin/pip" install --quiet --disable-pip-version-check uv==0.13.9

resolves() { # whether uv finds a solution for pandas $1 on Python 3.7
    echo "pandas==$1" | "$folder/uv/bin/uv" pip compile --quiet --python-version 3.7 --only-binary :all: - \
        >"$folder/out" 2>"$folder/err"
}

! resolves 0.24.2
grep -q "after parsing .2011., found .k., which is not part of a valid version" "$folder/err"
grep -q "pytz (>=2011k)" "$folder/err"
resolves 0.25.3
grep -q "^pandas==0.25.3" "$folder/out"
echo "uv 0.13.9: 0.24.2 is refused, 0.25.3 is not: as seen"

for pip in 24.0 24.1; do
    python3 -m venv "$folder/pip$pip"
    "$folder/pip$pip/bin/pip" install --quiet --disable-pip-version-check "pip==$pip"
    if "$folder/pip$pip/bin/pip" download --quiet --disable-pip-version-check --dest "$folder" --only-binary :all: \
        --python-version 3.7 "pandas==0.24.2" 2>"$folder/err"; then
        seen=taken
    else
        seen=refused
    fi
    echo "pip $pip: 0.24.2 is $seen"
done | diff - <(printf 'pip 24.0: 0.24.2 is taken\npip 24.1: 0.24.2 is refused\n')
echo "pip 24.0 takes it, 24.1 does not: as seen"
