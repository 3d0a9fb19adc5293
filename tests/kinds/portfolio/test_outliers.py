"""Values that stand out, by two methods."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.kinds.portfolio.outliers import Spread, spread
from docgen.kinds.portfolio.record import Method, OutlierOptions

MAD, IQR = OutlierOptions(method=Method.MAD), OutlierOptions(method=Method.IQR)


def decimals(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def bounds(values: list[Decimal], options: OutlierOptions) -> Spread:
    found = spread(values, options)
    assert found is not None
    return found


def test_the_median_deviation_makes_the_bounds() -> None:
    found = bounds(decimals(10, 11, 12, 13, 14), MAD)  # deviations 2 1 0 1 2: their median is 1
    assert found.middle == 12
    assert found.high == pytest.approx(Decimal(12) + Decimal("3.5") / Decimal("0.6745"))


def test_the_quartiles_are_tukeys_hinges() -> None:
    found = bounds(decimals(1, 2, 3, 4, 5, 6, 7), IQR)  # hinges 2.5 and 5.5
    assert (found.low, found.high) == (Decimal("-2.0"), Decimal("10.0"))


@pytest.mark.parametrize("options", [MAD, IQR])
def test_one_wild_value_stands_out_and_does_not_hide_itself(options: OutlierOptions) -> None:
    values = decimals(100, 102, 98, 101, 99, 103, 5000)
    found = bounds(values, options)
    assert [value for value in values if found.outside(value)] == decimals(5000)


def test_few_values_and_equal_values_are_not_judged() -> None:
    assert spread(decimals(1, 2, 3, 400), MAD) is None
    assert spread(decimals(5, 5, 5, 5, 400), MAD) is None
    assert spread(decimals(5, 5, 5, 5, 5, 400), IQR) is None


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=5, max_size=40), st.sampled_from([MAD, IQR]))
def test_the_middle_never_stands_out_and_half_of_the_values_do_not(
    values: list[Decimal], options: OutlierOptions
) -> None:
    found = spread(values, options)
    if found is not None:
        assert not found.outside(found.middle)
        assert sum(map(found.outside, values)) * 2 <= len(values)
