"""What the build directory says of the sources: how each is compiled, and what it includes."""
import functools
import json
import os
import pathlib
import re
import shlex
import subprocess

# Where moc's output lies, and what QtTest is told of directories: they differ from target to target.
OF_TARGET = re.compile(r"-I.*_autogen/include|-DQT_TESTCASE_\w+DIR=.*")
# Libraries that are linked: more of these do not change what a source means.
OF_LIBRARIES = re.compile(r"-DQT_\w+_LIB")
WITH_VALUE = ("-isystem", "-include")
# Headers that the compiler has precompiled: another cannot use them, and a source includes what it needs anyway.
PRECOMPILED = re.compile(r"-Winvalid-pch|-fpch-preprocess|.*/cmake_pch\.h.*")



class Build:
    def __init__(self, directory):
        self.directory = os.path.abspath(directory)
        entries = json.loads(pathlib.Path(self.directory, "compile_commands.json").read_text())
        self.commands = {entry["file"]: entry["command"] for entry in entries}
        self.headers = self.read_headers()

    def read_headers(self):
        """From the build's own record: by source what it includes, and itself."""
        run = subprocess.run(["ninja", "-C", self.directory, "-t", "deps"], check=True, capture_output=True, text=True)
        found = {}
        for entry in run.stdout.split("\n\n"):
            names = [os.path.normpath(os.path.join(self.directory, line.strip())) for line in entry.splitlines()[1:]]
            if names:
                found[names[0]] = frozenset(name for name in names if not PRECOMPILED.fullmatch(name))
        return found

    @functools.cache
    def options(self, name):
        """How it is compiled, but for what is read and written; an option with a value is one tuple."""
        words = shlex.split(self.commands[name])
        output = words.index("-o")
        words = [word for word in words[:output] + words[output + 2 :] if word not in ("-c", name)]
        following = iter(words)
        options = [(word, next(following)) if word in WITH_VALUE else (word,) for word in following]
        return [option for option in options if not PRECOMPILED.fullmatch(option[-1])]

    def arguments(self, names):
        """For many sources at once."""
        merged = dict.fromkeys(option for name in names for option in self.options(name))
        return [word for option in merged for word in option]

    @functools.cache
    def group(self, name):
        """The same for sources that are compiled alike."""
        return tuple(option for option in self.options(name) if not OF_TARGET.fullmatch(option[0]))

    @functools.cache
    def family(self, name):
        """The same for sources that differ in macros, and in directories where headers are."""
        return tuple(option for option in self.options(name) if not re.match("-D|-I|-isystem", option[0]))

    @functools.cache
    def macros(self, name):
        """What is defined on the command line, with its value, as far as a source could mean something else by it."""
        words = [word for (word, *_) in self.options(name) if word.startswith("-D")]
        kept = [word[2:] for word in words if not (OF_TARGET.fullmatch(word) or OF_LIBRARIES.fullmatch(word))]
        return {macro: value for macro, _, value in (word.partition("=") for word in kept)}

    def moc_directories(self, name):
        return [word[2:] for (word, *_) in self.options(name) if re.fullmatch(r"-I.*_autogen/include", word)]
