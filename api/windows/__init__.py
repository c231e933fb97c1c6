"""Windows (窗口) of the centre."""
