"""Measurements of what must stay quick, each beside a floor taken in the same run."""
