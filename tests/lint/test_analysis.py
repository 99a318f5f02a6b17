#!/usr/bin/env python3
"""Tests of script/lint-tools/analysis, without clang: which sources share a file, and the way back from its lines.

    tests/lint/test_analysis.py DIRECTORY_OF_LINT_TOOLS
"""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv.pop(1))

from analysis import source  # noqa: E402
from analysis.build import Build  # noqa: E402
from analysis.concatenation import Concatenation  # noqa: E402
from analysis.findings import is_false, reports  # noqa: E402
from analysis.packing import pack  # noqa: E402


class FakeBuild(Build):
    """Knows what it is told instead of reading a build directory."""

    def __init__(self, commands, headers=None):
        self.commands = commands
        self.headers = headers or {}


class Sources(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.directory = pathlib.Path(scratch.name)
        source.read.cache_clear()
        source.own_header.cache_clear()

    def write(self, name, text):
        path = self.directory / name
        path.write_text(text)
        return str(path)

    def build(self, names, headers=None, options=None):
        options = options or {}
        command = "c++ -std=c++20 {} -o x.o -c {}"
        return FakeBuild({name: command.format(options.get(name, ""), name) for name in names}, headers)


class Reading(Sources):
    def read(self, text):
        return source.read(self.write(f"{len(list(self.directory.iterdir()))}.cpp", text))

    def test_names_of_one_source_alone(self):
        found = self.read(
            "namespace a {\nnamespace {\nstruct Row { int inside; };\nconstexpr int limit{5};\n"
            "[[maybe_unused]] int twice(int value) { int local = value; return local * 2; }\n}\n"
            "static void hidden();\nclass Test : public Base { void slot() {} };\nusing Rows = int;\n"
            "const char* const text = \"void quoted();\"; // void commented();\n}\n"
        )
        self.assertEqual(found.local, {"Row", "limit", "twice", "hidden", "Test", "Rows", "text"})
        self.assertEqual(found.functions, set())

    def test_functions_for_others(self):
        found = self.read(
            "namespace {\nclass Mine { void slot(); };\nvoid Mine::slot() {}\n}\n"
            "Hub::Hub(int a) : a_{a} {}\nHub::~Hub() = default;\nint Hub::count() const { return a_; }\n"
            "int open(int* descriptor) { return *descriptor; }\n"
        )
        self.assertEqual(found.functions, {"Hub", "count", "open"})
        self.assertEqual(found.local, {"Mine"})

    def test_what_is_looked_at_alone(self):
        self.assertTrue(self.read("#define NO_IO 1\n#include <library.h>\n").alone)
        self.assertFalse(self.read("#include <library.h>\n#define TWICE(x) x x\n").alone)
        self.assertTrue(self.read("using a::Unused;\n").alone)
        self.assertTrue(self.read("using a::Unused; // Unused\nnamespace a::Unusable {}\n").alone)
        self.assertFalse(self.read("using a::Used;\nUsed used;\n").alone)
        self.assertTrue(self.read("// clazy:excludeall=qstring-arg\n").alone)

    def test_macros_and_main(self):
        found = self.read("#include <a.h>\n#define ONE 1\nint main(int, char**) {}\n")
        self.assertEqual(found.macros, ("ONE",))
        self.assertTrue(found.has_main)
        self.assertFalse(self.read("QTEST_MAIN(Test)\n").has_main)


class Packing(Sources):
    def together(self, *texts, headers=None, options=None):
        names = [self.write(f"S{index}.cpp", text) for index, text in enumerate(texts)]
        named = {names[index]: value for index, value in (headers or {}).items()}
        build = self.build(names, named, {names[index]: value for index, value in (options or {}).items()})
        batches = pack(names, build)
        self.assertEqual(sorted(name for batch in batches for name in batch), names)
        return len(batches) == 1

    def test_strangers_share_a_file(self):
        self.assertTrue(self.together("int a() { return 1; }\n", "int b() { return 2; }\n"))

    def test_one_name_twice(self):
        self.assertFalse(self.together("namespace { int a; }\n", "namespace { int a; }\n"))

    def test_two_mains(self):
        self.assertFalse(self.together("int main() {}\n", "int main() {}\n"))

    def test_a_caller_and_what_it_calls(self):
        texts = ("int length(int* p) { return *p; }\n", "int twice(int* p) { return 2 * length(p); }\n")
        header = self.write("S0.h", "int length(int*);\n")
        self.assertFalse(self.together(*texts))
        self.assertFalse(self.together(*texts, headers={1: frozenset([header])}))
        self.assertTrue(self.together(*texts, headers={1: frozenset(), 0: frozenset([header])}))

    def test_different_commands(self):
        texts = ("int a;\n", "#ifdef FAST\nint b;\n#endif\n")
        self.assertFalse(self.together(*texts, options={0: "-DFAST"}))
        self.assertFalse(self.together(*texts, options={0: "-O2"}))
        self.assertFalse(self.together("int a;\n", "int b;\n", options={0: "-DV=1", 1: "-DV=2"}))
        self.assertTrue(self.together("int a;\n", "int b;\n", options={0: "-DV=1 -DQT_GUI_LIB -I/elsewhere"}))

    def test_no_file_is_too_large(self):
        names = [self.write(f"{index}.cpp", "\n") for index in range(30)]
        self.assertEqual(sorted(map(len, pack(names, self.build(names)))), [6, 12, 12])


class Concatenating(Sources):
    def test_the_way_back(self):
        first = self.write("First.cpp", '#include "First.h"\n#include <a>\nint one;\n#define X 1\n')
        second = self.write("Second.cpp", '#include <a>\n#include <b>\n#include <b>\nint two;\nQTEST_MAIN(Two)\n')
        self.write("First.h", "\n")
        together = Concatenation(self.directory / "together.cpp", [first, second], self.build([first, second]))
        lines = pathlib.Path(together.path).read_text().split("\n")
        for name, text in ((first, "int one;"), (second, "int two;")):
            line = lines.index(text) + 1
            own = pathlib.Path(name).read_text().split("\n").index(text) + 1
            self.assertEqual(together.place(line), (name, own))
            self.assertEqual(together.translate(f"{together.path}:{line}:1: note"), f"{name}:{own}:1: note")
        self.assertIn(f'#include "{self.directory}/First.h"', lines)
        self.assertIn("#undef X", lines)
        self.assertEqual(lines.count("#include <a>"), 1)
        self.assertEqual(lines.count("#include <b>"), 2)  # a finding
        self.assertLess(lines.index("#define main chinwagMain1"), lines.index("QTEST_MAIN(Two)"))
        self.assertIn("#undef main", lines[lines.index("QTEST_MAIN(Two)") :])


class Findings(unittest.TestCase):
    def test_reports_have_their_notes(self):
        found = reports("noise\n/a.cpp:1:2: warning: bad [x-y]\n  code\n/b.h:3:4: note: here\n/a.cpp:5:6: error: worse\n")
        self.assertEqual([(each.file, each.line, each.check) for each in found], [("/a.cpp", 1, "x-y"), ("/a.cpp", 5, "")])
        self.assertEqual([len(each.lines) for each in found], [3, 1])
        self.assertEqual([each.is_error for each in found], [False, True])

    def test_what_is_false(self):
        leak = "/usr/include/QtCore/qobject.h:1:1: warning: leak [clang-analyzer-cplusplus.NewDeleteLeaks]"
        ours = "/home/server/A.cpp:1:1: warning: leak [clang-analyzer-cplusplus.NewDeleteLeaks]"
        self.assertEqual([is_false(report) for report in reports(leak + "\n" + ours)], [True, False])


unittest.main()
