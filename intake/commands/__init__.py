"""One module for each command or group of commands; what a command does not need it does not load."""
