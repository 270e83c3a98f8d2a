"""Change a result and ask again, as a careless caller does."""

import torch


def asked_twice(length, dim):
    """Encodings of a second call, after the first result was zeroed."""
    # Imported only now, because the judge loads this file before yours.
    from positional_encoding import sinusoidal_positions

    with torch.no_grad():
        sinusoidal_positions(length, dim).zero_()
    return sinusoidal_positions(length, dim)
