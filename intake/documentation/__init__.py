"""The interactive documentation of the contract at ``/docs``: Swagger UI in Chinese, all of it from this service."""
