"""The tools: how each is started, and which lines of what it says are findings."""
import subprocess

from .findings import is_false, reports


class ClangTidy:
    name = "tidy"
    # Headers' functions with many blocks are looked into only so often a file, 32 times if nothing is said.
    for_many = ["-ferror-limit=0", "-Xclang", "-analyzer-config", "-Xclang", "max-times-inline-large=384"]

    def version(self):
        run = subprocess.run(["clang-tidy", "--version"], check=True, capture_output=True, text=True)
        with open(".clang-tidy", encoding="utf-8") as configuration:
            return run.stdout + configuration.read()

    def run(self, database, name):
        """Reports, and a complaint when the tool itself failed."""
        run = subprocess.run(["clang-tidy", "-p", database, "--quiet", name], capture_output=True, text=True)
        found = [report for report in reports(run.stdout) if not is_false(report)]
        # Its count of suppressed findings is on standard error; of interest only when it failed itself.
        return found, run.stderr if run.returncode not in (0, 1) else ""


class Clazy:
    name = "clazy"
    checks = "level1"
    for_many = ["-ferror-limit=0", "-Wno-error"]

    def version(self):
        run = subprocess.run(["clazy-standalone", "--version"], check=True, capture_output=True, text=True)
        return run.stdout + self.checks

    def run(self, database, name):
        arguments = [f"--checks={self.checks}", "--header-filter=/(server|admin-gui|client-qml|tests)/"]
        run = subprocess.run(["clazy-standalone", "-p", database, *arguments, name], capture_output=True, text=True)
        said = run.stdout + run.stderr
        # What the compiler itself warns of is an error in the build.
        found = [report for report in reports(said) if report.is_error or report.check.startswith("-W")]
        # It ends with 0 whatever it finds.
        return found, said if run.returncode != 0 and not found else ""


TOOLS = {tool.name: tool for tool in (ClangTidy(), Clazy())}
