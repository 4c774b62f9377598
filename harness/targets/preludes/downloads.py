"""Downloads of a run: a file that the user has put in place of an address, else one line that says how to.

``SETTING["files"]`` are paths by address; where stand-ins are, files of well-known data sets are made up. Without
``SETTING["network"]`` every other address fails at once. That holds for ``urllib``, ``requests`` and, as programs,
``wget`` and ``curl``.
"""

import io
import os
import sys
import urllib.error
import urllib.request

import watch_imports

files = SETTING["files"]
open_original = urllib.request.OpenerDirector.open
NO_NETWORK = "no network for %s (harness: --file %s=PATH, --network)"
PROGRAM = """#!%s
import shutil, sys
files, words = %r, sys.argv[1:]
address = next((word for word in words if word.partition("://")[0] in ("http", "https", "ftp")), "")
path, preludes, size, notes = files.get(address), %r, %r, %r
if path is None and size:
    sys.path.insert(0, preludes)
    import stand_in_downloads
    class Run(object):
        size = size
        @staticmethod
        def used(name):
            with open(notes, "a") as file:
                file.write("stand_in " + name + "\\n")
    path = stand_in_downloads.download(Run, address)
if path is None:
    sys.exit(%r %% (address, address))
named = [words[at + 1] for at, word in enumerate(words[:-1]) if word in %r]
place = named[-1] if named else address.rpartition("/")[2] if %r or "-O" in words else "/dev/stdout"
shutil.copyfile(path, "/dev/stdout" if place == "-" else place)
"""


def is_refused(address):
    return not SETTING["network"] and address.partition(":")[0] in ("http", "https", "ftp")


def in_place_of(address):
    """Give the file that is in place of an address: the user's, or with ``--stand-in`` a made-up one; or None."""
    stand_in = sys.modules.get("_harness_prelude_stand_in")
    if address in files or stand_in is None or address.partition(":")[0] not in ("http", "https", "ftp"):
        return files.get(address)
    return stand_in.made(address)


def open_instead(self, fullurl, *args, **options):
    address = fullurl if isinstance(fullurl, str) else fullurl.full_url
    path = in_place_of(address)
    if path is not None:
        return open_original(self, "file://" + urllib.request.pathname2url(os.path.abspath(path)))
    if is_refused(address):
        raise urllib.error.URLError(NO_NETWORK % (address, address))
    return open_original(self, fullurl, *args, **options)


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
            beside = (PRELUDES, size, SETTING["notes"])
            told = (sys.executable, dict(files), *beside, name + ": " + NO_NETWORK, options, names_itself)
            file.write(PROGRAM % told)
        os.chmod(path, 0o755)
    os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", os.defpath)


urllib.request.OpenerDirector.open = open_instead
watch_imports.watch([("requests.adapters", ("requests",), "", "patch_adapters")], {}, Adapters)
if not SETTING["network"]:
    put_programs(os.path.join(os.path.dirname(SETTING["notes"]), "programs"))
