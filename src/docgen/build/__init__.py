"""Which documents must be made again, and making them.

``workspace`` knows the folders, ``inputs`` what a document is made from, ``ledger`` what was made from what, ``plan``
what is stale and why, ``compose`` makes the bytes of one document, ``run`` makes all that is stale.
"""
