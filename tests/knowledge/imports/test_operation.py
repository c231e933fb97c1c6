"""The operation is read out of the name."""

from __future__ import annotations

import pytest

from knowledge.imports.operation import operation_of


class TestOperationOf:
    @pytest.mark.parametrize(
        ("name", "operation"),
        [
            ("无线电频率使用许可（遗失补办）", "补办"),
            ("实验动物使用许可（变更）", "变更"),
            ("律师执业证书注销审核（律师调往外省申请注销执业证书）", "注销"),
            ("补领结婚证预约", "预约"),
            ("房屋变更登记信息查询", "查询"),
            ("遗嘱继承公证指引", "证明"),
            ("围垦河道", "办理"),
        ],
    )
    def test_the_telling_word_wins(self, name: str, operation: str) -> None:
        assert operation_of(name) == operation
