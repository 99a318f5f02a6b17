"""What a tool says, report by report."""
import dataclasses
import re

FINDING = re.compile(
    r"^(?P<file>/[^:]+):(?P<line>\d+):\d+: (?P<kind>warning|error|fatal error|note): .*?(?:\[(?P<check>[^\]]+)\])?$"
)
NOISE = re.compile(r"In file included from|\d+ (warning|error)s? generated|Error while processing")
# The notes of a report: the destructor of optional's union, and what it is taken to call.
OPTIONAL_DESTROYED_TWICE = re.compile(r"/optional:\d+:\d+: note: Calling '~(?!_)[^\n]*\n[^\n]*~_Storage\(\) \{ \}")


@dataclasses.dataclass
class Report:
    """A finding with its notes."""

    file: str
    line: int
    kind: str
    check: str
    lines: list

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def is_error(self):
        """Whether the source could not be compiled."""
        return "error" in self.kind and "-Wclazy" not in self.check

    def spoils(self, file):
        """Whether it may only be there because `file` has more than one source in it: the compiler complains."""
        return self.file == file and (self.is_error or (self.check.startswith("-W") and "-Wclazy" not in self.check))


def reports(output):
    found = []
    for line in output.splitlines():
        if NOISE.match(line):
            continue
        finding = FINDING.match(line)
        if finding and finding["kind"] != "note":
            found.append(Report(finding["file"], int(finding["line"]), finding["kind"], finding["check"] or "", []))
        if found:
            found[-1].lines.append(line)
    return found


def is_false(report):
    """What is reported inside headers of the system, where no comment of ours can be.

    The analyzer takes it that a function of a system header never keeps what it is given. It sees the objects
    that QObject::connect() and QTimer::singleShot() make for a callable and pass on to the library as leaks.

    It also takes it that the destructor of a union destroys the members, which std::optional's does not, and so sees
    a value in an optional destroyed twice: by _M_reset() and by ~_Storage()."""
    if "NewDeleteLeaks" in report.check:
        return "/QtCore/" in report.file
    return "cplusplus.NewDelete" in report.check and bool(OPTIONAL_DESTROYED_TWICE.search(report.text))
