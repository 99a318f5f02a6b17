#!/usr/bin/env python3
"""Whether moc knows every test that is written down: it loses what stands behind some raw strings without a word.

    tests/lint/test_slots.py MOC DIRECTORY
"""
import pathlib
import re
import subprocess
import sys

SECTION = re.compile(r"^(?:public|private|protected)(?: (Q_SLOTS|slots))?:")
SLOT = re.compile(r"^    void (\w+)\(\)")


def slots(text):
    """The slots of all classes in `text` that take nothing, as test functions do."""
    in_slots = False
    for line in text.splitlines():
        section = SECTION.match(line)
        if section:
            in_slots = section.group(1) is not None
        elif line.startswith("};"):
            in_slots = False
        elif in_slots and (slot := SLOT.match(line)):
            yield slot.group(1)


def lost(moc, path):
    text = path.read_text(encoding="utf-8")
    if f'#include "{path.stem}.moc"' not in text:
        return []
    made = subprocess.run([moc, str(path)], capture_output=True, text=True, check=True).stdout
    return sorted({name for name in slots(text) if f'"{name}"' not in made})


def main():
    moc, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    paths = sorted(directory.rglob("*.cpp"))
    found = {path: names for path in paths if (names := lost(moc, path))}
    for path, names in found.items():
        print(f"{path}: moc has lost {', '.join(names)}: a raw string with an odd number of quotes stands before")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
