"""Looks at many C++ sources in one run of a tool, and remembers those it found nothing in.

What a tool of clang's costs is mostly the headers: a source of a hundred lines brings half a million lines of Qt and
the standard library. So sources that are compiled alike are put one after the other into one file (concatenation),
as far as they do not get into each other's way (packing); whether they do is read from their text (source).
"""
