"""What of a C++ source's text decides whether it can share a file with another."""
import dataclasses
import functools
import os
import pathlib
import re

# Comments, and literals with what is in them. A quote after a digit separates digits.
NO_CODE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*'""",
    re.S,
)
TOKEN = re.compile(r"[A-Za-z_]\w*|::|\[\[.*?\]\]|[^\s\w]")
DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*(\w+)[ \t]*(\w*)[^\n]*", re.M)
WORD = re.compile(r"[A-Za-z_]\w*")
# A name that is brought in: `using a::b;`, `namespace b = a;`.
BROUGHT_IN = re.compile(r"\busing\s+(?:\w+\s*::\s*)+(\w+)\s*;|\bnamespace\s+(\w+)\s*=")
TYPES = {"class", "struct", "union", "enum"}


@dataclasses.dataclass(frozen=True)
class Source:
    name: str
    words: frozenset  # all identifiers, its own header's as well
    local: frozenset  # what is declared for it alone: two of a name cannot stand in one file
    functions: frozenset  # defined for others; of constructors and destructors the class
    macros: tuple  # defined in it
    has_main: bool  # one that is written out, not QtTest's
    alone: bool  # others before or behind it could change what is found


def without_comments(text):
    return NO_CODE.sub(lambda found: '""' if found.group()[0] in "\"R" else " ", text)


def statements(code):
    """What stands in namespaces: for each declaration whether its namespace has no name, and its tokens."""
    inside, head = [], []  # inside: for each open brace "anonymous", "namespace" or "body"
    for token in TOKEN.findall(code):
        open_namespace = "body" not in inside
        if token == "{":
            if open_namespace and "namespace" in head:
                inside.append("anonymous" if head[-1] == "namespace" else "namespace")
                head = []
                continue
            inside.append("body")
        elif token == "}":
            if inside and inside.pop() == "body" and "body" not in inside and "(" in head:
                yield "anonymous" in inside, head  # a function's body; behind that of a type comes a semicolon
                head = []
            elif "body" not in inside and head and head[-1] == "namespace":
                head = []
        elif token == ";" and open_namespace:
            yield "anonymous" in inside, head
            head = []
        elif open_namespace:
            head.append(token)


def declared(head):
    """The name that a declaration is about, and whether it is a type's, a function's or a variable's."""
    head = [token for token in head if not token.startswith("[[")]
    kind = next((token for token in head if token in TYPES or token in ("using", "(", "=")), "=")
    if kind in TYPES:
        names = [token for token in head[head.index(kind) + 1 :] if token not in TYPES]
        return "type", names[0] if names else ""
    if kind == "using":
        return "type", head[head.index("using") + 1] if "=" in head else ""
    ends = [head.index(token) for token in ("(", "=", "[") if token in head]
    before = head[: min(ends, default=len(head))]
    kind = "function" if kind == "(" else "variable"
    if kind == "function" and len(before) == 1:  # a macro's call
        return "variable", next(iter(WORD.findall(" ".join(head[2:]))), "")
    return kind, before[-1] if before and WORD.match(before[-1]) else ""


def declarations(code):
    """Names for this source alone, and names of functions for others."""
    local, functions = set(), set()
    for anonymous, head in statements(code):
        kind, name = declared(head)
        if not name or name == "operator":
            continue
        start = " ".join(head[: head.index("(")] if "(" in head else head)
        is_member = re.search(rf"(\w+) :: ~? ?{name}$", start)
        if is_member:
            # What a class of this source's own does cannot be called from another.
            if kind == "function" and is_member.group(1) not in local:
                functions.add(name)
        elif kind == "function" and not anonymous and "static" not in head:
            functions.add(name)
        else:
            local.add(name)
    return frozenset(local), frozenset(functions)


def is_alone(text, code):
    """A macro that is there to change a header works only before the header is first read. And a name that is
    brought in and never used again would look used, if another source used it."""
    directives = [found.group(1) for found in DIRECTIVE.finditer(code)]
    if "define" in directives and "include" in directives[directives.index("define") :]:
        return True
    names = [name for pair in BROUGHT_IN.findall(code) for name in pair if name]
    counts = {name: 0 for name in names}
    for word in WORD.findall(code):
        if word in counts:
            counts[word] += 1
    # clazy's comments are for the whole file.
    return any(count < 2 for count in counts.values()) or "clazy:" in text


@functools.cache
def read(name):
    text = pathlib.Path(name).read_text()
    code = without_comments(text)
    macros = tuple(found.group(2) for found in DIRECTIVE.finditer(code) if found.group(1) == "define")
    plain = DIRECTIVE.sub("", code)
    words = set(WORD.findall(code))
    header = own_header(name)
    if header:
        words |= set(WORD.findall(without_comments(pathlib.Path(header).read_text())))
    local, functions = declarations(plain)
    return Source(
        name=name,
        words=frozenset(words),
        local=local,
        functions=functions,
        macros=macros,
        has_main=bool(re.search(r"\bint\s+main\s*\(", plain)),
        alone=is_alone(text, code),
    )


@functools.cache
def own_header(name):
    """None when it has none."""
    header = os.path.splitext(name)[0] + ".h"
    return header if os.path.exists(header) else None
