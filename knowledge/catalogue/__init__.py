"""The catalogue (事项库): items, their questions, materials and windows, beside the YAML files in which they are written."""
