"""Many sources in one file, and the way back from its lines to theirs."""
import bisect
import os
import pathlib
import re

from . import source as sources

INCLUDE = re.compile(r'^(\s*#\s*include\s*)"([^"]+)"')
ANY_INCLUDE = re.compile(r'^\s*#\s*include\s*(["<][^">]+)')
QT_TEST_MAIN = re.compile(r"^QTEST_\w*MAIN\b", re.M)


class Concatenation:
    """One file with the text of all `names`."""

    def __init__(self, path, names, build):
        self.path = str(path)
        self.names = list(names)
        self.starts = []  # for each name the line before its first
        lines, included = [], set()
        for index, name in enumerate(self.names):
            text = pathlib.Path(name).read_text()
            renamed = QT_TEST_MAIN.search(text) is not None
            lines.append(f"#define main chinwagMain{index}" if renamed else "")
            self.starts.append(len(lines))
            # moc's output of one target may be called like that of another.
            near = [os.path.dirname(name), *build.moc_directories(name)]
            lines += without_known_includes([absolute(line, near) for line in text.split("\n")], included)
            lines += [f"#undef {macro}" for macro in sources.read(name).macros]
            lines += ["#undef main"] if renamed else []
        pathlib.Path(self.path).write_text("\n".join(lines) + "\n")
        self.mention = re.compile(re.escape(self.path) + r":(\d+)")

    def place(self, line):
        """The source that a line of the file is from, and which line of that it is."""
        index = max(bisect.bisect_left(self.starts, line) - 1, 0)
        return self.names[index], max(line - self.starts[index], 1)

    def translate(self, text):
        """What a tool said, with the sources' names and lines."""
        return self.mention.sub(lambda found: "{}:{}".format(*self.place(int(found.group(1)))), text)


def absolute(line, directories):
    """An #include of a file next to the source says where that is, for the source is looked at elsewhere."""
    found = INCLUDE.match(line)
    for directory in directories if found else ():
        path = os.path.join(directory, found.group(2))
        if os.path.exists(path):
            return f'{found.group(1)}"{path}"{line[found.end():]}'
    return line


def without_known_includes(lines, included):
    """Leaves out what an earlier source has `included`: two of one are a finding. Two in the same source stay one."""
    seen = set()
    kept = []
    for line in lines:
        found = ANY_INCLUDE.match(line)
        file = found.group(1) if found else None
        kept.append("" if file in included and file not in seen else line)
        seen.add(file)
    included |= seen - {None}
    return kept
