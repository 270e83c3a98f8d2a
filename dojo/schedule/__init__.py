"""When to ask what again: memory states derived from the log, and what is worth asking now. Marks and shows nothing."""
