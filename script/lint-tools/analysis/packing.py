"""Which sources go into one file."""
import collections

from . import source as sources

LARGEST = 12
# What does not make up to this many goes together with what is compiled a little differently.
SMALL = 8


def may_call(caller, callee, headers):
    """Whether `caller` may call what `callee` defines.

    The analyzer looks at a function that it has seen called only as that call has it, and no longer with arguments of
    any value. So a source stands in no file with those that call it: they include its header, and name a function."""
    included, own_header = headers.get(caller.name), sources.own_header(callee.name)
    if included is not None and own_header is not None and own_header not in included:
        return False
    return not callee.functions.isdisjoint(caller.words)


def differs(one, other, build):
    """Whether a macro of the one's command line has another value for the other, or none and is used there."""
    theirs = build.macros(other.name)
    return any(
        theirs[macro] != value if macro in theirs else macro in other.words
        for macro, value in build.macros(one.name).items()
    )


def get_on(one, other, build):
    if one.alone or other.alone or (one.has_main and other.has_main):
        return False
    if not one.local.isdisjoint(other.local) or differs(one, other, build) or differs(other, one, build):
        return False
    return not (may_call(one, other, build.headers) or may_call(other, one, build.headers))


def pack_alike(names, build):
    """Lists of names, no more than LARGEST in each."""
    read = [sources.read(name) for name in names]
    foes = {one: {other for other in read if one is not other and not get_on(one, other, build)} for one in read}
    batches = []
    # Those that are hard to place first.
    for source in sorted(read, key=lambda source: -len(foes[source])):
        fitting = (batch for batch in batches if len(batch) < LARGEST and foes[source].isdisjoint(batch))
        place = next(fitting, None)
        if place is None:
            batches.append([source])
        else:
            place.append(source)
    return [[source.name for source in batch] for batch in batches]


def grouped(names, key):
    groups = collections.defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    return groups.values()


def pack(names, build):
    """The same for sources that are compiled in different ways."""
    batches = [batch for group in grouped(names, build.group) for batch in pack_alike(group, build)]
    rest = [name for batch in batches if len(batch) < SMALL for name in batch]
    batches = [batch for batch in batches if len(batch) >= SMALL]
    return batches + [batch for family in grouped(rest, build.family) for batch in pack_alike(family, build)]
