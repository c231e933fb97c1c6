"""Joint handling: one lead window, all departments at once, one inspection, the slowest shown."""

from __future__ import annotations

from datetime import date

from knowledge.cases.procedure.joint_handling import joint_plan, joint_progress, progress_text
from knowledge.guidance.routing import Route
from tests.knowledge.catalogues import small_catalogue
from tests.knowledge.stories import DECEMBER_ON, TERMS, Story, accepted

JOINT = TERMS.model_copy(update={"joint_with": ("fire", "health", "urban")})
NAMES = {"fire": "消防大队", "health": "卫健局"}
ITEM = small_catalogue().items["food.new"]


def lead() -> Route:
    return Route(
        window="market", number="12号", name="市场监管窗口", site="中心", floor="2楼", address="路1号", phone="1", hours="",
        takes_appointments=False, department="market", rule="department_window", why="",
    )  # fmt: skip


def sent(days: int = 5) -> Story:
    story = accepted("2026-11-03", JOINT, DECEMBER_ON)
    return story.did("send_out", "2026-11-04", departments=["fire", "health"], days=days)


class TestPlan:
    def test_lead_tasks_and_one_inspection(self) -> None:
        item = ITEM.model_copy(
            update={"joint_with": ("fire", "market", "health", "fire"), "inspection": True}
        )
        plan = joint_plan(item, lead())
        assert plan is not None
        assert (plan.lead_window, plan.tasks) == ("market", ("fire", "health"))
        assert plan.inspectors == ("market", "fire", "health")

    def test_none_for_one_department(self) -> None:
        assert joint_plan(ITEM.model_copy(update={"joint_with": ("market",)}), lead()) is None


class TestProgress:
    def test_the_slowest_of_those_still_open(self) -> None:
        story = sent().did("send_out", "2026-11-05", departments=["urban"], days=2)
        progress = joint_progress(story.facts, DECEMBER_ON, date(2026, 11, 6))
        assert progress.slowest is not None and (progress.slowest.department, progress.slowest.left) == (
            "urban",
            1,
        )
        assert not progress.all_in
        assert progress_text(progress, NAMES) == "3个部门同时办理，0个已出具意见，最慢的是urban。"

    def test_overdue_is_said(self) -> None:
        story = sent().did("give_opinion", "2026-11-06", department="health", agrees=True)
        progress = joint_progress(story.facts, DECEMBER_ON, date(2026, 11, 13))
        assert (
            progress_text(progress, NAMES)
            == "2个部门同时办理，1个已出具意见，最慢的是消防大队，已超过2个工作日。"
        )
        assert story.swept("2026-11-12") == ["overdue"]
        assert story.facts.overdue == {("task:fire", date(2026, 11, 11))}

    def test_all_in_and_who_is_against(self) -> None:
        story = sent().did(
            "give_opinion", "2026-11-05", department="health", agrees=False, opinion="通风不够"
        )
        story.did("give_opinion", "2026-11-10", department="fire", agrees=True)
        progress = joint_progress(story.facts, DECEMBER_ON, date(2026, 11, 30))
        assert progress.all_in and progress.against == ("health",)
        assert progress.slowest is not None and (progress.slowest.department, progress.slowest.used) == (
            "fire",
            4,
        )
        assert progress_text(progress, NAMES) == "2个部门同时办理，2个已出具意见。"

    def test_without_days_of_its_own_a_task_has_the_cases_limit(self) -> None:
        story = sent(days=0)
        progress = joint_progress(story.facts, DECEMBER_ON, date(2026, 11, 6))
        assert {line.due for line in progress.tasks} == {DECEMBER_ON.add(date(2026, 11, 3), 45)}

    def test_review_waits_for_all(self) -> None:
        story = sent().did("give_opinion", "2026-11-05", department="health", agrees=True)
        assert story.refused("review", "2026-11-06", outcome="grant") == ["opinions_open"]
        assert story.refused("give_opinion", "2026-11-06", department="health", agrees=True) == ["not_asked"]
        assert story.refused("send_out", "2026-11-06", departments=["fire"]) == ["already_sent"]
        assert story.refused("send_out", "2026-11-06", departments=[]) == ["departments_missing"]
