"""Exchange with other bodies: results to claim (审管联动), their feedback, records in the national field names."""
