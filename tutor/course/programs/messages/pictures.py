"""What stands in the pictures of programs, in every language of the interface."""

from __future__ import annotations

from tutor.language import Text

YOURS = Text(en="yours", ko="내 함수")
WANTED = Text(en="wanted", ko="목표")
YOUR_NETWORK = Text(en="what your network says", ko="내 신경망이 내놓는 값")
YOUR_NETWORK_ALT = Text(
    en="The map of what your network says over the plane of {across} and {up}, with the samples on it.",
    ko="{across}, {up} 평면에서 내 신경망이 내놓는 값의 지도와 그 위의 샘플입니다.",
)
NO_NETWORK_ALT = Text(
    en="The samples. Your function has made no network of the wanted shapes yet.",
    ko="샘플입니다. 내 함수는 아직 목표와 모양이 같은 신경망을 만들지 않았습니다.",
)
YOUR_LOSS = Text(en="its loss", ko="그 손실")
LOSSES_ALT = Text(
    en="The loss of your network: {loss} after {epoch} epochs.", ko="내 신경망의 손실: {epoch}에포크 뒤 {loss}입니다."
)
TRAIN = Text(en="train", ko="학습")
TEST = Text(en="test", ko="시험")
LOSS = Text(en="loss", ko="손실")
EPOCH = Text(en="epoch", ko="에포크")
EPOCHS = Text(en="epochs", ko="에포크")
NOTHING_TO_PART = Text(
    en="There is nothing to part yet: put at least one sample of each kind on the plane first.",
    ko="아직 가를 것이 없습니다. 먼저 평면에 샘플을 종류마다 하나 이상 놓으세요.",
)
NO_NETWORK = Text(
    en="After {epoch} epochs `{function}` gave back no network of these shapes with finite numbers. The film ends there.",
    ko="{epoch}에포크 뒤 `{function}`이(가) 이 모양의 유한한 수로 된 신경망을 돌려주지 않았습니다. 영화는 여기서 끝납니다.",
)
ONE_LAYER = Text(
    en="`{function}` trains one hidden layer of sigmoid units, on all samples at once. Other settings say nothing to it.",
    ko="`{function}`은(는) 시그모이드 유닛으로 된 은닉층 하나를 모든 샘플로 한꺼번에 학습합니다. 다른 설정은 쓰지 않습니다.",
)
DIFFERS = Text(en="differs", ko="다른 곳")
FILM = Text(en="film", ko="영화")
FRAMES = Text(en="× {step} {along}", ko="× {step} {along}")
PLACE = Text(en="place", ko="자리")
CURVE_ALT = Text(
    en="{readout} along {along}: the curve that is wanted, and that of your function.",
    ko="{along}에 따른 {readout}: 목표 곡선과 내 함수의 곡선입니다.",
)
CURVE_ALONE_ALT = Text(
    en="{readout} along {along}: the curve that is wanted. Your function gives no number yet.",
    ko="{along}에 따른 {readout}: 목표 곡선입니다. 내 함수는 아직 수를 내지 않습니다.",
)
PLANE_ALT = Text(
    en="{readout} over the plane, as your function gives it; it differs from what is wanted at {count} of {total} places.",
    ko="내 함수가 평면 위에 그린 {readout}: {total}곳 가운데 {count}곳이 목표와 다릅니다.",
)
WALK_ALT = Text(
    en="The way of your function along the curve of {readout}, over {along}, and the way that is wanted.",
    ko="{along}에 따른 {readout} 곡선 위에서 내 함수가 간 길과 목표 길입니다.",
)
CELLS_ALT = Text(en="What your function gives beside what is wanted.", ko="내 함수의 값과 목표 값입니다.")
