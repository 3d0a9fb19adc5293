"""Tables that office people keep in Excel or CSV beside a source, read as if they were written in it.

A field ``Rows[EstimateLine]`` holds a list, or the name of a table: :func:`attach` puts the table's rows there as nodes
of the tree, each cell with its place, before records are made of them.
"""

from docgen.sources.tables.attach import Attached, attach, detach

__all__ = ["Attached", "attach", "detach"]
