"""Downloads of a run: a file that the user has put in place of an address, else one line that says how to.

``SETTING["files"]`` are paths by address. What GitHub shows of the script's own repository lies in one of the folders
``SETTING["near"]``; where stand-ins are, files of well-known data sets are made up. Without
``SETTING["network"]`` every other address fails at once. That holds for ``urllib``, ``requests`` and, as programs,
``wget`` and ``curl``.
"""

import io
import os
import sys
import urllib.error
import urllib.request

from _harness_preludes.scripts import imports, own_addresses

files = SETTING["files"]
open_original = urllib.request.OpenerDirector.open
NO_NETWORK = "no network for %s (harness: --file %s=PATH, --network)"
# Not in lines that begin with `from`: what these name is compiled ahead for each worker, and few scripts call wget.
PROGRAM = (
    "#!%s\nimport sys, types\nrooms = sys.modules['_harness_preludes'] = types.ModuleType('_harness_preludes')\n"
    "rooms.__path__ = [%r]\nfrom _harness_preludes.stand_ins import fetch_program\nfetch_program.fetch(*%r)\n"
)


def is_refused(address):
    return not SETTING["network"] and address.partition(":")[0] in ("http", "https", "ftp")


def in_place_of(address):
    """Give the file that is in place of an address: the user's, one that his repository has, or with ``--stand-in`` a
    made-up one; or None."""
    stand_in = sys.modules.get("_harness_prelude_stand_in")
    if address in files or address.partition(":")[0] not in ("http", "https", "ftp"):
        return files.get(address)
    near = None if SETTING["network"] else own_addresses.lying_near(address, SETTING.get("near", ()))
    if near is not None:
        used(near, address)
        return near
    return None if stand_in is None else stand_in.made(address)


def used(path, address):
    """Note that a file of the repository was given in place of an address."""
    if "used" in SETTING:
        SETTING["used"]("%s in place of %s" % (path, address))


def open_instead(self, fullurl, *args, **options):
    address = fullurl if isinstance(fullurl, str) else fullurl.full_url
    path = in_place_of(address)
    if path is not None:
        return open_original(self, "file://" + urllib.request.pathname2url(os.path.abspath(path)))
    if is_refused(address):
        raise urllib.error.URLError(NO_NETWORK % (address, address))
    return open_original(self, fullurl, *args, **options)


def open_by_opener(self, fullurl, *args, **options):
    """``URLopener``, which asks no ``OpenerDirector``; Python 3.14 has it no more."""
    address = fullurl if isinstance(fullurl, str) else ""
    path = in_place_of(address)
    if path is not None:
        return open_by_opener_original(self, "file://" + urllib.request.pathname2url(os.path.abspath(path)))
    if is_refused(address):
        raise urllib.error.URLError(NO_NETWORK % (address, address))
    return open_by_opener_original(self, fullurl, *args, **options)


class Adapters(object):
    """What is done to ``requests.adapters`` once it is imported."""

    @staticmethod
    def part(_name):
        return Adapters

    @staticmethod
    def patch_adapters(module, _run):
        send_original = module.HTTPAdapter.send

        def send_instead(self, request, *args, **options):
            path = in_place_of(request.url)
            if path is None:
                if is_refused(request.url):
                    raise module.ConnectionError(NO_NETWORK % (request.url, request.url)) from None
                return send_original(self, request, *args, **options)
            response = module.Response()
            response.status_code, response.url, response.request = 200, request.url, request
            with open(path, "rb") as file:
                response.raw = io.BytesIO(file.read())
            return response

        module.HTTPAdapter.send = send_instead


def put_programs(folder):
    """Put programs before those of the system, which no network would keep waiting."""
    os.mkdir(folder)
    stand_in = sys.modules.get("_harness_prelude_stand_in")
    size = 0 if stand_in is None else stand_in.SIZE
    programs = (("wget", ("-O", "--output-document"), True), ("curl", ("-o", "--output"), False))
    for name, options, names_itself in programs:
        path = os.path.join(folder, name)
        with open(path, "w") as file:
            near = list(SETTING.get("near", ()))
            settings = (dict(files), near, size, SETTING["notes"], name + ": " + NO_NETWORK, options, names_itself)
            file.write(PROGRAM % (sys.executable, PRELUDES, settings))
        os.chmod(path, 0o755)
    os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", os.defpath)


urllib.request.OpenerDirector.open = open_instead
if hasattr(urllib.request, "URLopener"):
    open_by_opener_original = urllib.request.URLopener.open
    urllib.request.URLopener.open = open_by_opener
imports.watch([("requests.adapters", ("requests",), "", "patch_adapters")], {}, Adapters)
if not SETTING["network"]:
    put_programs(os.path.join(os.path.dirname(SETTING["notes"]), "programs"))
