"""Did it happen: factuality and phase of a claim by syntactic scope."""

from dragoman.reading.factuality.judgement import Judgement, judge, judge_either

__all__ = ["Judgement", "judge", "judge_either"]
