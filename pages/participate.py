"""Deelnemen: somebody in the room joins with a code on a phone and scores, unseen by the others."""

from pages.parts import participation

participation.show()
