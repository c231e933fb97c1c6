"""The queue (待办) of a desk: groups of cases, their order, their clocks in colours, and what is typed to find one."""
