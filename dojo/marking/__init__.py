"""From a typed line to a mark: grammar, numbers, units, terms, rubrics. `dojo.question` says what a question is."""
