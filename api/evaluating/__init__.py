"""How well messages are understood and people are matched, measured on sets that nothing is trained on."""
