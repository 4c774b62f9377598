#!/usr/bin/env bash
# num_regression compares a column of floats exactly, whatever its tolerance, once all of what was computed are whole numbers.
#
# Seen with pytest-regressions 2.8.3, pytest 8.4.2, pandas 2.3.3 and NumPy 2.3.5, Python 3.11.
# Both sides are written as CSV with %.17g and read again: a float64 column of 5.0 comes back as int64. Whether a tolerance
# counts is asked of the type of what was computed, read that way. So a weight that was recorded as 5.001 passes at 5.002 with
# atol=0.01 and fails at 5.0; recorded as 5.0 it passes at 5.001. What fails shows a difference of 0.001 and no word of this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pytest-regressions==2.8.3 pytest==8.4.2 pytest-datadir==1.8.0 pandas==2.3.3 numpy==2.3.5 2>"$folder/stderr"

cat >"$folder/test_weight.py" <<'PROGRAM'
import numpy as np
import pytest


@pytest.mark.parametrize("recorded, computed", [(5.001, 5.002), (5.001, 5.0), (5.0, 5.001)])
def test_weight(recorded, computed, num_regression, tmp_path):
    golden = tmp_path / "golden.csv"
    golden.write_text(f",w\n0,{recorded:.17g}\n1,{recorded:.17g}\n")
    weights = np.array([computed, computed], np.float64)
    num_regression.check({"w": weights}, fullpath=golden, default_tolerance={"atol": 0.01, "rtol": 0.0})
PROGRAM

cd "$folder"
"$folder/venv/bin/python" -m pytest -p no:cacheprovider -rA -q test_weight.py >"$folder/stdout" || true
grep -oE '^(PASSED|FAILED) test_weight.py::test_weight\[[^]]*\]' "$folder/stdout" | sort >"$folder/seen"
diff "$folder/seen" - <<'SEEN' || { cat "$folder/stdout" >&2; exit 1; }
FAILED test_weight.py::test_weight[5.001-5.0]
PASSED test_weight.py::test_weight[5.0-5.001]
PASSED test_weight.py::test_weight[5.001-5.002]
SEEN
echo "pytest-regressions==2.8.3: as seen"
