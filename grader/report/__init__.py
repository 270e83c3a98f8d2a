"""One result in many forms: JSON, JUnit, Markdown, HTML. Grades nothing."""
