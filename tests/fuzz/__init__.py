"""Fuzzing: whatever a stranger's file holds, docgen answers with a problem or a refusal.

:mod:`tests.fuzz.targets` are the doors through which files come in, :mod:`tests.fuzz.mutation` spoils real files,
:mod:`tests.fuzz.campaign` does it many times in processes that are watched, :mod:`tests.fuzz.guided` looks for new paths
through the code.
A mutant is known by its target, seed and number, so that nothing needs to be kept to make it again.
"""
