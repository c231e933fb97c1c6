"""The desk (窗口工作台): what staff see of cases and do with them."""
