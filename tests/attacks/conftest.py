"""Attacks are made on the case system that the api's tests use."""

from tests.api.conftest import (
    app,
    applicant,
    calendar,
    clock,
    installations,
    open_app,
    prepared,
    services,
    settings,
    store,
)

__all__ = [
    "app",
    "applicant",
    "calendar",
    "clock",
    "installations",
    "open_app",
    "prepared",
    "services",
    "settings",
    "store",
]
