"""What a report costs: the site of every release, made from results that are there, in a process of its own.

    python -m benchmarks.report --results results

Of each release in ``tox.ini`` that has no results file those of the nearest one before it, or else after it, are copied
under its name, in a folder that is thrown away. It prints wall time and the peak of memory, the size of the first page
with all that it loads, and that of the site.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness.cases.suite import find_root
from harness.releases.release import read_releases, release_key

_MEGABYTE = 2**20
_KILOBYTE = 1000


def main() -> None:
    """Make the results, have the site made, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, default=Path("results"), metavar="FOLDER")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the site there")
    options = parser.parse_args()
    root = find_root(Path.cwd())
    with tempfile.TemporaryDirectory() as folder:
        results, site = Path(folder) / "results", options.keep or Path(folder) / "site"
        count = _copies(root, options.results, results)
        command = [sys.executable, "-m", "harness", "--root", str(root), "report", "-o", str(site), str(results)]
        begin = time.perf_counter()
        subprocess.run(command, check=True)
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        first = sum((site / name).stat().st_size for name in ("index.html", "assets/site.css", "assets/site.js"))
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        print(f"{count} releases: {seconds:.1f} s, {peak / _MEGABYTE:.0f} MB at its peak")
        print(f"first page with style and script {first / _KILOBYTE:.0f} kB")
        print(f"{len(sizes)} files, {sum(sizes) / _KILOBYTE**2:.1f} MB")


def _copies(root: Path, there: Path, folder: Path) -> int:
    """Write a results file for each release that is no candidate, and give how many there are."""
    known = sorted((path.stem for path in there.glob("tf*.json")), key=release_key)
    if not known:
        raise SystemExit(f"{there} has no results; tox makes them")
    folder.mkdir()
    names = [release.name for release in read_releases(root) if not release.is_prerelease]
    for name in names:
        before = [each for each in known if release_key(each) <= release_key(name)]
        source = before[-1] if before else known[0]
        document = json.loads((there / f"{source}.json").read_text(encoding="utf-8"))
        document["target"]["name"] = name
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    return len(names)


if __name__ == "__main__":
    main()
