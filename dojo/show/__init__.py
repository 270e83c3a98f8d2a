"""Everything a person sees; the only importer of rich. Decides nothing about questions, katas or progress."""
