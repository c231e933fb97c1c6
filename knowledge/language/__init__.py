"""What people say, read by rules: choices, numbers, times, yes and no, danger, the tone to meet it in."""
