"""Negation: does a match stand in a clause that denies it? By words, in both languages, without a parser.

"Never use a high temperature" does not say to use one; "not only X but also Y" does. Two negations in a clause cancel
each other. What the pattern itself denies ("no winner", 不再) is its own business.
"""

from __future__ import annotations

import re

_WORDS_BEFORE = 7  # so far a negation reaches, in words or Chinese characters
_HAN_BEFORE = 12

_CUES = re.compile(
    r"\b(?:(?:not|no)(?! (?:only|just|merely|simply|matter|doubt)\b)|never|cannot|[a-z]+n't(?! (?:only|just)\b)"
    r"|without|nor|neither|avoid(?:s|ed|ing)?|instead of|rather than|fail(?:s|ed)? to|unable to|unlike"
    r"|(?:myth|misconception|illusion)(?= that)|wrong (?:that|to)|mistake to)(?![a-z])"
    r"|(?<!差)(?<!得)不(?:能|会|要|是|应|该|用|必|需要?|再|可以?)?"
    r"|没有?|无(?:法|需|须)|毫无|并非|绝非|而非|避免|误以为|误区"
)
# Words with a negation in them that denies nothing of the clause: 不同, 有没有, whether or not.
_NO_CUE = re.compile(
    r"不(?:同|断|仅|只|但|光|管|论|久|错|一致|一样|稳|平|确定|足|止|对称|变|可或缺|少|等|得不|妨|如|见得更|外乎|过)|不是不|没错"
    r"|(.)[不没]\1|有没有|whether or not|if not"
)
_AVOIDING = re.compile(r"avoid|避免")
# To say that one avoids these is to name them.
_HARMS = re.compile(
    r"overfit|explo|vanish|\bnan\b|overflow|underflow|leak|hallucinat|invent|noise|memori|by zero"
    r"|过拟合|爆炸|消失|溢出|泄[漏露]|幻觉|编造|噪声|死记|除零"
)
# Half of a denial: who says that it is not solved completely says that it is eased.
_PARTLY = re.compile(r"(?:not|n't) (?:completely|fully|entirely|totally)|(?:不能?|没有?|并?未)(?:完全|彻底)")
_CHECKING = re.compile(r"make sure|ensur|check|verif|confirm|whether|确认|确保|检查")
# What one makes sure of isn't claimed to be so: "check whether English is unaffected".
_ENSURING = re.compile(
    r"(?:make sure|ensur(?:e|es|ing)|check(?:s|ing)?|verif(?:y|ies|ying)|confirm(?:s|ing)?)"
    r"(?: (?!by\b|with\b|through\b|via\b)[a-z']+){0,3} $"
    r"|(?:确认|确保|保证|检查(?!点)|验证)[^,，、通用靠以]{0,6}$"
)
# What somebody is made to say denies nothing of the clause around it: say “I don't know” and call a doctor.
_QUOTED = re.compile(r"“[^“”]{0,80}”|「[^「」]{0,80}」|\"[^\"]{0,80}\"")
# Not to do these is the point itself: an overlap, so that no sentence is cut.
_LOSSES = re.compile(r"\bcut|\bsplit|\btorn|\blos[et]|truncat|切断|切开|切成|拆散|割裂|断开|截断|丢失|丢掉|遗漏")
_BEHIND = re.compile(
    r"\s*(?:(?:is|are|was|were|would be|will be) not|(?:is|are|was|were|would|will)n't(?: be)?) (?:\w+ )?"
    r"(?:needed|necessary|required|useful|helpful|an option|a good idea|recommended|allowed|true|enough to)"
    r"|\s*(?:(?:do|does|did|will|would|can) ?not|(?:do|does|did|wo|would|ca)n't) "
    r"(?:help|work|matter|apply|hold|happen|fix|solve|repair|save)"
    r"|\s*(?:is|are|would be) (?:far |much |simply )?too (?:strict|harsh|crude|naive|risky|weak|simple|dangerous)"
    r"|\s*(?:is|are|would be) (?:a myth|a misconception|wrong|false|a mistake|a bad idea|useless|pointless)"
    r"|(?:会|就|都)?(?:太|过于)(?:严|苛刻|死板|粗糙|冒险|危险|片面)"
    r"|(?:是|并)?(?:不(?:需要|必要|可取|适用|管用|起作用|成立|对|行)|没(?:有)?(?:用|必要|帮助)|无效|行不通|错的|错误的|误区)"
)
_BREAKS = re.compile(
    r"[,;:()!?](?!\d)|[，；：（）。]|—|\.(?= |$)"
    r"|\b(?:but|however|yet|so|because|since|while|whereas|although|though|then|therefore|which|who|when|if|as)\b"
    r"|\b(?:i'd|i would|i'll|we'd)\b|但|而是|而应|所以|因此|因为|然而|否则|如果|就|则"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def denied(sentence: str, start: int, end: int, source: str, claim: bool = False) -> bool:
    """Does the folded sentence deny what it says from `start` to `end`? `source` is the pattern that matched there.

    To deny a part is to deny a false `claim`, but not a point.
    """
    ahead = _QUOTED.sub("“”", sentence[:start])
    breaks = [0, *(found.end() for found in _BREAKS.finditer(ahead))]
    before = _near(ahead[breaks[-1] :])
    said = sentence[start:end]
    if claim and _ENSURING.search(before):
        return True
    own = set(_cues(source))
    inside = [] if _LOSSES.search(said) else [cue for cue in _cues(said) if cue not in own and _kin(cue) not in own]
    cues = _cues(before) + inside
    if _HARMS.search(said):
        cues = [] if _CHECKING.search(before) else [cue for cue in cues if not _AVOIDING.match(cue)]
    if not claim and _PARTLY.search(before + said):
        return False
    count = len(cues) + bool(_BEHIND.match(sentence, end))
    return count % 2 == 1


def _near(clause: str) -> str:
    """The end of a clause, as far back as a negation reaches."""
    if _HAN.search(clause):
        return clause[-_HAN_BEFORE:]
    return " ".join(clause.split(" ")[-_WORDS_BEFORE - 1 :])


def _cues(text: str) -> list[str]:
    quiet = [found.span() for found in _NO_CUE.finditer(text)]
    return [
        found[0] for found in _CUES.finditer(text) if not any(first <= found.start() < last for first, last in quiet)
    ]


def _kin(cue: str) -> str:
    """`isn't` and `cannot` are kin of `not`, 不要 of 不: a pattern with the one is about the other, too."""
    return "not" if cue == "cannot" or cue.endswith("n't") else cue[0] if cue[0] in "不没" else cue
