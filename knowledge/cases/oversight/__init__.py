"""What supervision is shown, who handles complaints, which rules route badly."""
