"""The answer library (问答库), beside the YAML files in which it is written."""
