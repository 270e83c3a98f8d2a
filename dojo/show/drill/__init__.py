"""A drill on a full screen or line by line, and the card at its end."""
