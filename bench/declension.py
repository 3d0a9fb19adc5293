"""Accuracy of declension per list, kind and case, and its speed: `python bench/declension.py [LIST.tsv …]`."""

import sys
import time
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.language.labelled import measured, rows

from docgen.language.cases import CASES, Certainty
from docgen.language.declension import KINDS, decline
from docgen.language.names.person import decline_person

LISTS = ("names.tsv", "posts.tsv", "organisations_groups.tsv")


def accuracy(name: str) -> None:
    """Print a line per kind, and the rows that are wrong."""
    present = {row["kind"] for row in rows(name)}
    for kind in (kind for kind in KINDS if kind in present):
        score = measured(name, kind)
        shares = "  ".join(
            f"{case.value[:3]} {score.share(case):5.1f}" for case in CASES[1:] if score.total[case]
        )
        doubt = f"wrong {len(score.wrong)} (unsure {score.wrong_unsure}), right but unsure {score.needless_doubt:.1f} %"
        print(f"{name} {kind} ({score.rows}): {shares}  {doubt}")
        for line in score.wrong:
            print("   ", line)


def speed(size: int = 10_000) -> None:
    """Print how many different whole names are declined in a second."""
    surnames = [row["nominative"] for row in rows("names.tsv") if row["kind"] == "surname"]
    given = product(("Иван", "Пётр", "Илья", "Рашид"), ("Ильич", "Петрович", "Юрьевич"))
    names = [f"{surname} {first} {father}" for first, father in given for surname in surnames][:size]
    start = time.perf_counter()
    for name in names:
        decline_person(name)
    spent = time.perf_counter() - start
    print(f"{len(names)} names in {spent:.2f} s: {len(names) / spent:.0f} a second")
    posts = [row["nominative"] for row in rows("posts.tsv")]
    start = time.perf_counter()
    unsure = sum(decline(post, "post").certainty is Certainty.UNSURE for post in posts)
    spent = time.perf_counter() - start
    print(f"{len(posts)} posts in {spent:.2f} s ({unsure} unsure), the dictionary's loading included")


if __name__ == "__main__":
    speed()
    for each in sys.argv[1:] or LISTS:
        accuracy(each)
