# The habits in a dozen lines; `make ci` is what CI runs.
.PHONY: test slow lint format types content ci

test:    ; pytest
slow:    ; pytest -m slow
lint:    ; ruff check . && ruff format --check .
format:  ; ruff check --fix . && ruff format .
types:   ; mypy
content: ; dojo lint
ci:      ; bash .ci/run
