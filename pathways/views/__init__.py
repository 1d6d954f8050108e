"""Public views of how credentials lead somewhere."""
