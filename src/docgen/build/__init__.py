"""Which documents must be made again, and making them.

``workspace`` knows the folders, ``inputs`` what a document is made from, ``ledger`` what was made from what,
``unchanged`` and ``plan`` what is stale and why. ``compose`` and ``dress`` make the bytes of one document, ``batch`` those
of several in one worker, ``workers`` and ``shipping`` say where, ``run`` puts everything in place under ``lock`` and
``atomic``. Beside that road: ``checking`` (nothing written), ``frozen`` (signed files), ``cleaning``, ``usage`` and
``approving`` (case forms), ``starter`` (a new workspace).
"""
