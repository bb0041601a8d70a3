"""Judges posts: reads them once, notices what may fall short of the standards, excuses what is harmless, explains the rest."""
