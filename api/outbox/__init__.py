"""What has to leave the house once something has happened: written in the transaction of the act, delivered afterwards, never lost."""
