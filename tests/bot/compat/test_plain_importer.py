"""What is read once is what Rasa's own importers read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import compat
from bot.compat.plain_importer import PlainImporter
from tests.bot.conftest import PROJECT

from rasa.shared.importers.importer import TrainingDataImporter  # isort: skip

SHIPPED = Path(__file__).parents[3] / "bot"


@pytest.fixture(params=[PROJECT, SHIPPED], ids=["fixture", "shipped"])
def importers(request: pytest.FixtureRequest) -> tuple[PlainImporter, TrainingDataImporter]:
    compat.apply()
    config, domain, data = (str(request.param / name) for name in ("config.yml", "domain.yml", "data"))
    return (
        PlainImporter(config, domain, [data]),
        TrainingDataImporter.load_from_config(config, domain, [data]),
    )


class TestPlainImporter:
    def test_examples(self, importers: tuple[PlainImporter, TrainingDataImporter]) -> None:
        """Rasa adds to them names of actions and responses, from which intents are not learned."""
        learned = [
            [
                (example.fingerprint(), example.get("intent"))
                for example in importer.get_nlu_data("zh").nlu_examples
            ]
            for importer in importers
        ]
        assert learned[0]
        assert learned[0] == learned[1]

    def test_domain_and_stories(self, importers: tuple[PlainImporter, TrainingDataImporter]) -> None:
        plain, stock = importers
        assert plain.get_domain().fingerprint() == stock.get_domain().fingerprint()
        assert plain.get_stories().fingerprint() == stock.get_stories().fingerprint()

    def test_configuration(self, importers: tuple[PlainImporter, TrainingDataImporter]) -> None:
        plain, stock = importers
        assert plain.get_config() == stock.get_config()

    def test_reads_once(self, importers: tuple[PlainImporter, TrainingDataImporter]) -> None:
        plain, _ = importers
        assert plain.get_nlu_data("zh") is plain.get_nlu_data()
