"""Many sources, a few at a time, each of them until it is clean or something is found in it."""
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import sys
import tempfile
import threading

from .concatenation import Concatenation
from .packing import pack


@functools.cache
def digest(name):
    try:
        return hashlib.sha256(pathlib.Path(name).read_bytes()).hexdigest()
    except FileNotFoundError:
        return "missing"


class Analyser:
    def __init__(self, tool, build):
        self.tool = tool
        self.build = build
        self.memory = pathlib.Path(build.directory, tool.name)
        self.memory.mkdir(exist_ok=True)
        self.common = tool.version() + "".join(digest(file) for file in sorted(pathlib.Path(__file__).parent.glob("*.py")))
        self.keys = {}  # of what is looked at, from before
        self.printed = set()  # a header's finding comes with every source that includes it
        self.left = 0  # sources that are still to be looked at
        self.lock = threading.Lock()

    def look_at(self, names):
        """Whether all are clean; prints what is found."""
        names = [os.path.abspath(name) for name in names]
        self.keys = {name: self.key(name) for name in names}
        batches = pack([name for name in names if not self.is_known_clean(name)], self.build)
        batches.sort(key=len, reverse=True)
        self.left = sum(map(len, batches))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            return all(list(pool.map(self.look_at_batch, batches)))

    def look_at_batch(self, names):
        if len(names) == 1:
            return self.conclude(names, *self.run(names[0], names))
        with tempfile.TemporaryDirectory(dir=self.memory) as scratch:
            together = Concatenation(os.path.join(scratch, "together.cpp"), names, self.build)
            found, complaint = self.run(together.path, names, self.tool.for_many)
        in_the_way = {together.place(report.line)[0] for report in found if report.spoils(together.path)}
        if in_the_way or complaint or any(report.is_error for report in found):
            return self.look_apart(names, in_the_way)
        for report in found:
            if report.file == together.path:
                report.file, report.line = together.place(report.line)
            report.lines = [together.translate(line) for line in report.lines]
        return self.conclude(names, found, "")

    def run(self, path, names, more=()):
        """Starts the tool on a file that is compiled as `names` are."""
        arguments = [*self.build.arguments(names), *more, "-c", path]
        database = [{"directory": self.build.directory, "file": path, "arguments": arguments}]
        with tempfile.TemporaryDirectory(dir=self.memory) as scratch:
            pathlib.Path(scratch, "compile_commands.json").write_text(json.dumps(database))
            return self.tool.run(scratch, path)

    def look_apart(self, names, in_the_way):
        """They cannot be compiled together: those that the compiler complained of are looked at without the others."""
        if not in_the_way or len(in_the_way) == len(names):
            in_the_way = set(names[: len(names) // 2])
        parts = [[name for name in names if name not in in_the_way], [name for name in names if name in in_the_way]]
        return all([self.look_at_batch(part) for part in parts])

    def conclude(self, names, found, complaint):
        with self.lock:
            for report in found:
                if report.lines[0] not in self.printed:
                    self.printed.add(report.lines[0])
                    print(report.text, flush=True)
            if complaint:
                print(f"{names[0]}: {complaint}", flush=True)
            self.left -= len(names)
            if sys.stderr.isatty():
                print(f"\r{self.left} sources left ", end="", file=sys.stderr, flush=True)
        if not complaint:
            for name in names:
                if not any(self.concerns(report, name, names) for report in found):
                    self.remember_clean(name)
        return not found and not complaint

    def concerns(self, report, name, names):
        """Whether a report has to do with one of the sources that it may come from. When none is known to, all have."""
        file = os.path.normpath(report.file)
        of_these = [each for each in names if file in self.build.headers.get(each, ())]
        return not of_these or name in of_these

    def key(self, name):
        """Of all that the result depends on; what is not built by default has no record of its headers."""
        if name not in self.build.headers:
            return None
        parts = [self.common, *self.build.arguments([name])]
        parts += [header + digest(header) for header in sorted(self.build.headers[name])]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def note(self, name):
        return self.memory / (os.path.relpath(name) + ".clean")

    def is_known_clean(self, name):
        note = self.note(name)
        return self.keys[name] is not None and note.exists() and note.read_text() == self.keys[name]

    def remember_clean(self, name):
        if self.keys[name] is not None:
            self.note(name).parent.mkdir(parents=True, exist_ok=True)
            self.note(name).write_text(self.keys[name])
