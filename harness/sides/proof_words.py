"""How a proof says how much it holds, and how near."""

# What rests on how far rounding moves the original, which has to repeat itself for that.
SPREAD = "then as far apart as one ULP moves the original"


def within(ulps: float) -> str:
    """Give how far numbers are apart at most, in spacings of the largest element: ``within 2600 ULP``, two digits."""
    return f"within {float(f'{ulps:.2g}'):g} ULP" if ulps else "bit for bit"
