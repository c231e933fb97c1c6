# Short names for what CONTRIBUTING.md describes. Nothing needs `just`: each recipe is the command that it prints.

export RASA_TELEMETRY_ENABLED := "false"

_list:
    @just --list --unsorted

# install everything, compiled once
install:
    uv sync --compile-bytecode

# start the service and the page
run *options:
    uv run intake serve {{ options }}

# talk in the terminal
chat:
    uv run intake chat

# all tests, or those of the paths given
test *paths:
    MALLOC_ARENA_MAX=1 uv run pytest -q {{ paths }}

# what has to pass before a change counts, as CI runs it
ci:
    .ci/run

# all of it but the tests: a minute
check: format-check lint types layers catalogue

format:
    uv run ruff format .

format-check:
    uv run ruff format --check .

lint:
    uv run ruff check .

types:
    uv run mypy

layers:
    uv run lint-imports --no-logo

# items, answers, windows and calendar
catalogue:
    uv run intake catalogue check

# figures: just bench turns, just bench cases --rows 100000
bench what="turns" *options:
    uv run intake bench {{ what }} {{ options }}

# pages that are made from the code
docs:
    uv run python -m knowledge.cases.procedure.states_page > docs/办件状态.md

# the pages' types, after a change of the contract
page-types:
    cd web && npm ci && npm run types

# the pages' own checks and tests
web:
    cd web && npm ci && npm run build && npm test

# check each commit before it is made
hooks:
    uvx pre-commit install --install-hooks --hook-type pre-commit --hook-type commit-msg
