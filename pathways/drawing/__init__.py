"""The drawing of pathways: plain data in, plain data out."""
