"""What the command line says of terminals."""

from __future__ import annotations

from tutor.language import Text

CLI_COLOURS = Text(en="how many colours; without it, what the terminal has", ko="색의 수. 없으면 터미널에 맞춥니다")
CLI_MARKS = Text(
    en="what charts and marks are drawn in: braille and all signs; dots: braille and ASCII, where signs are two cells wide;"
    " the blocks of a PC's console; or ASCII alone",
    ko="그래프와 기호를 그리는 글자: braille(점자와 모든 기호), dots(점자와 ASCII, 기호가 두 칸을 차지하는 터미널),"
    " blocks(콘솔의 블록), ascii(ASCII만)",
)
CLI_MATHS = Text(
    en="mathematics as it is printed (unicode), or as it is typed (ascii: x^2, w_1, alpha)",
    ko="수식을 책처럼(unicode) 또는 자판으로 치듯이(ascii: x^2, w_1, alpha) 보여 줍니다",
)
CLI_MOTION = Text(
    en="full; reduced: nothing moves unasked; none: a film goes to its end at once",
    ko="full(모두), reduced(저절로 움직이지 않음), none(재생하지 않고 바로 끝 장면으로)",
)
CLI_FRAMES = Text(
    en="how many frames a second a film is drawn in; without it 30, and 10 over SSH",
    ko="재생할 때의 초당 프레임 수. 없으면 30, SSH로 쓸 때는 10",
)
TERMINAL_IS_OLD = Text(
    en="A {name} cannot show the full screen: line by line instead (tutor --full tries).",
    ko="{name}에는 전체 화면을 그릴 수 없어 한 줄씩 엽니다(그래도 tutor --full).",
)
CLI_PLAIN = Text(
    en="line by line, for screen readers, simple terminals and pipes",
    ko="한 줄씩 엽니다. 화면 낭독기, 단순한 터미널, 파이프에 맞습니다",
)
CLI_FULL = Text(en="on the full screen, whatever the settings say", ko="설정과 상관없이 전체 화면으로 엽니다")
